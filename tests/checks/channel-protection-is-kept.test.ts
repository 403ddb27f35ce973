import { channelProtectionIsKept } from "~/domain/assessment/checks/surroundings/channel-protection-is-kept";
import { factScenarios } from "./fact-scenarios";
import { aChannel, aNeed, HELD_AGAINST_CHANNELS as policy } from "./flows";

const HTTPS = "https tcp/443 outbound hospital";
const OPEN = { encrypted: false, authenticated: false };
const PROTECTED = { encrypted: true, authenticated: true };

factScenarios(channelProtectionIsKept, [
  {
    name: "no rule, nothing to say",
    given: { facts: { networkNeeds: [aNeed(OPEN)] }, profile: { channels: [aChannel(PROTECTED)] } },
    expect: [],
  },
  {
    name: "needs that are not stated are for another check",
    given: { policy, profile: { channels: [aChannel(PROTECTED)] } },
    expect: [],
  },
  {
    name: "a need that nothing lets through is for another check",
    given: {
      policy,
      facts: { networkNeeds: [aNeed(OPEN), aNeed({ ...OPEN, direction: "both" })] },
      profile: { channels: [aChannel({ ...PROTECTED, direction: "inbound" })] },
    },
    expect: [],
  },
  {
    name: "a channel that demands nothing, or of which nobody has said anything, demands nothing",
    given: {
      policy,
      facts: { networkNeeds: [aNeed(OPEN), aNeed({ ...OPEN, ports: "80" })] },
      profile: { channels: [aChannel(OPEN), aChannel({ ports: "80" })] },
    },
    expect: [],
  },
  {
    name: "a flow that is protected as demanded conforms",
    given: { policy, facts: { networkNeeds: [aNeed()] }, profile: { channels: [aChannel(PROTECTED)] } },
    expect: [
      {
        about: HTTPS,
        outcome: "conforms",
        severity: "none",
        expected: "Protection of https tcp/443 (outbound, the hospital) as the channel demands it.",
        declared: "The product protects https tcp/443 as the channel demands.",
        reason: "The product keeps to the protection that the channel demands.",
        close: [],
      },
    ],
  },
  {
    name: "an open flow through an encrypted channel does not conform",
    given: {
      policy,
      facts: { networkNeeds: [aNeed(OPEN)] },
      profile: { channels: [aChannel({ encrypted: true })] },
    },
    expect: [
      {
        about: HTTPS,
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The product does not encrypt https tcp/443.",
        reason: "The zone lets https tcp/443 through (outbound, the hospital) only if it is encrypted.",
        close: [
          "supplier: Protect https tcp/443 in the product as the channel demands.",
          "hospital: Protect https tcp/443 outside the product, for example by a tunnel or a gateway.",
          "hospital: Permit https tcp/443 without this protection, after looking at its risk.",
        ],
      },
    ],
  },
  {
    name: "encryption alone does not authenticate",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ authenticated: false })] },
      profile: { channels: [aChannel(PROTECTED)] },
    },
    expect: [
      {
        about: HTTPS,
        outcome: "does-not-conform",
        reason:
          "The zone lets https tcp/443 through (outbound, the hospital) only if both ends prove who they are.",
      },
    ],
  },
  {
    name: "authentication alone does not encrypt",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ encrypted: false })] },
      profile: { channels: [aChannel(PROTECTED)] },
    },
    expect: [
      {
        about: HTTPS,
        outcome: "does-not-conform",
        reason: "The zone lets https tcp/443 through (outbound, the hospital) only if it is encrypted.",
      },
    ],
  },
  {
    name: "a flow without either protection is told both",
    given: { policy, facts: { networkNeeds: [aNeed(OPEN)] }, profile: { channels: [aChannel(PROTECTED)] } },
    expect: [
      {
        about: HTTPS,
        outcome: "does-not-conform",
        declared: "The product neither encrypts https tcp/443 nor lets both ends prove who they are.",
        reason:
          "The zone lets https tcp/443 through (outbound, the hospital) only if it is encrypted and both ends prove who they are.",
      },
    ],
  },
  {
    name: "where one demands only authentication, only that is missing",
    given: {
      policy,
      facts: { networkNeeds: [aNeed(OPEN)] },
      profile: { channels: [aChannel({ authenticated: true })] },
    },
    expect: [
      {
        about: HTTPS,
        outcome: "does-not-conform",
        declared: "The product does not let both ends of https tcp/443 prove who they are.",
      },
    ],
  },
  {
    name: "of several channels one whose demands are met is enough",
    given: {
      policy,
      facts: { networkNeeds: [aNeed(OPEN)] },
      profile: { channels: [aChannel(PROTECTED), aChannel({ protocol: "any", ports: "" })] },
    },
    expect: [{ about: HTTPS, outcome: "conforms" }],
  },
  {
    name: "each direction needs a channel whose demands are met",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ ...OPEN, direction: "both" })] },
      profile: { channels: [aChannel(), aChannel({ direction: "inbound", encrypted: true })] },
    },
    expect: [
      {
        about: "https tcp/443 both hospital",
        outcome: "does-not-conform",
        reason:
          "The zone lets https tcp/443 through (both directions, the hospital) only if it is encrypted.",
      },
    ],
  },
  {
    name: "an optional flow without protection has to stay switched off",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ ...OPEN, required: false })] },
      profile: { channels: [aChannel({ encrypted: true })] },
    },
    expect: [
      {
        about: HTTPS,
        outcome: "conforms-with-conditions",
        severity: "condition",
        reason: "The zone lets https tcp/443 through (outbound, the hospital) only if it is encrypted.",
        close: ["hospital: Keep https tcp/443 switched off: the product works without it."],
      },
    ],
  },
  {
    name: "of a flow that is stated twice the weaker protection counts",
    given: {
      policy,
      facts: {
        networkNeeds: [
          aNeed(),
          aNeed({ encrypted: false }),
          aNeed({ authenticated: false }),
          aNeed({ required: false }),
        ],
      },
      profile: { channels: [aChannel(PROTECTED)] },
    },
    expect: [
      {
        about: HTTPS,
        outcome: "does-not-conform",
        reason:
          "The zone lets https tcp/443 through (outbound, the hospital) only if it is encrypted and both ends prove who they are.",
      },
    ],
  },
]);
