import { channelIsNoWiderThanNeeded } from "~/domain/assessment/checks/surroundings/channel-is-no-wider-than-needed";
import { factScenarios } from "./fact-scenarios";
import { aChannel, aNeed, HELD_AGAINST_CHANNELS as policy } from "./flows";

factScenarios(channelIsNoWiderThanNeeded, [
  {
    name: "no rule, nothing to say",
    given: { facts: { networkNeeds: [aNeed()] }, profile: { channels: [aChannel({ ports: "" })] } },
    expect: [],
  },
  {
    name: "needs that are not stated say nothing of what is too wide",
    given: { policy, profile: { channels: [aChannel({ ports: "" })] } },
    expect: [],
  },
  {
    name: "a channel that this product does not use is for another check",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ ports: "80" })] },
      profile: { channels: [aChannel({ ports: "443-500", direction: "both" })] },
    },
    expect: [],
  },
  {
    name: "a channel that fits is silent",
    given: { policy, facts: { networkNeeds: [aNeed()] }, profile: { channels: [aChannel()] } },
    expect: [],
  },
  {
    name: "a channel for every port is wider than one port",
    given: { policy, facts: { networkNeeds: [aNeed()] }, profile: { channels: [aChannel({ ports: "" })] } },
    expect: [
      {
        about: "https tcp outbound hospital",
        outcome: "conforms",
        severity: "note",
        expected: "A channel that permits what is needed: https tcp/443 →.",
        declared: "The channel https tcp (outbound, the hospital) permits every port.",
        reason: "The channel https tcp permits every port. This product needs https tcp/443 →.",
        close: ["hospital: Narrow the channel https tcp, unless another product of the zone needs it."],
      },
    ],
  },
  {
    name: "a channel for every port fits a need for every port",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ ports: "" })] },
      profile: { channels: [aChannel({ ports: "" })] },
    },
    expect: [],
  },
  {
    name: "a longer range of ports is wider",
    given: {
      policy,
      facts: { networkNeeds: [aNeed()] },
      profile: { channels: [aChannel({ ports: "443-444" }), aChannel({ ports: "442-443" })] },
    },
    expect: [
      {
        about: "https tcp/442-443 outbound hospital",
        outcome: "conforms",
        severity: "note",
        reason: "The channel https tcp/442-443 permits more ports than this product needs: https tcp/443 →.",
      },
      { about: "https tcp/443-444 outbound hospital", outcome: "conforms", severity: "note" },
    ],
  },
  {
    name: "several needs together may fill a range, in whatever order, and a hole leaves it too wide",
    given: {
      policy,
      facts: {
        networkNeeds: [
          aNeed({ ports: "9003" }),
          aNeed({ ports: "9000-9002" }),
          aNeed({ ports: "9001" }),
          aNeed({ ports: "8000" }),
          aNeed({ ports: "8002" }),
        ],
      },
      profile: { channels: [aChannel({ ports: "9000-9003" }), aChannel({ ports: "8000-8002" })] },
    },
    expect: [
      {
        about: "https tcp/8000-8002 outbound hospital",
        outcome: "conforms",
        severity: "note",
        reason:
          "The channel https tcp/8000-8002 permits more ports than this product needs: https tcp/8000 →, https tcp/8002 →.",
      },
    ],
  },
  {
    name: "both directions are wider than one",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ direction: "inbound" })] },
      profile: { channels: [aChannel({ direction: "both" })] },
    },
    expect: [
      {
        about: "https tcp/443 both hospital",
        outcome: "conforms",
        severity: "note",
        declared:
          "The channel https tcp/443 (both directions, the hospital) permits connections from both ends.",
        reason:
          "The channel https tcp/443 may be opened from both ends. This product needs one: https tcp/443 ←.",
      },
    ],
  },
  {
    name: "both directions are used by one need for both, or by one for each",
    given: {
      policy,
      facts: {
        networkNeeds: [
          aNeed({ direction: "both" }),
          aNeed({ ports: "80" }),
          aNeed({ ports: "80", direction: "inbound" }),
        ],
      },
      profile: { channels: [aChannel({ direction: "both" }), aChannel({ ports: "80", direction: "both" })] },
    },
    expect: [],
  },
  {
    name: "a need for both directions makes no channel for one of them too wide",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ direction: "both" })] },
      profile: { channels: [aChannel(), aChannel({ direction: "inbound" })] },
    },
    expect: [],
  },
  {
    name: "the whole internet is wider than the supplier",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ peer: "supplier" })] },
      profile: { channels: [aChannel({ peer: "internet" })] },
    },
    expect: [
      {
        about: "https tcp/443 outbound internet",
        outcome: "conforms",
        severity: "note",
        declared: "The channel https tcp/443 (outbound, the internet) permits the whole internet.",
        reason:
          "The channel https tcp/443 leads to the whole internet. This product only needs its supplier: https tcp/443 →.",
      },
    ],
  },
  {
    name: "a product that needs the internet too may have it",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ peer: "supplier" }), aNeed({ peer: "internet" })] },
      profile: { channels: [aChannel({ peer: "internet" })] },
    },
    expect: [],
  },
  {
    name: "the same channel of two conduits is told once",
    given: {
      policy,
      facts: { networkNeeds: [aNeed()] },
      profile: { channels: [aChannel({ ports: "" }), aChannel({ ports: "", encrypted: true })] },
    },
    expect: [{ about: "https tcp outbound hospital", outcome: "conforms", severity: "note" }],
  },
]);
