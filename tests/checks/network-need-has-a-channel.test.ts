import { networkNeedHasAChannel } from "~/domain/assessment/checks/surroundings/network-need-has-a-channel";
import { factScenarios } from "./fact-scenarios";
import { aChannel, aNeed, HELD_AGAINST_CHANNELS as policy } from "./flows";

const HTTPS = "https tcp/443 outbound hospital";

factScenarios(networkNeedHasAChannel, [
  {
    name: "no rule, nothing to say",
    given: { facts: { networkNeeds: [aNeed()] }, profile: { channels: [] } },
    expect: [],
  },
  {
    name: "a rule that the zone has switched off is silent",
    given: {
      policy: { declaredNetworkNeeds: false },
      facts: { networkNeeds: [aNeed()] },
      profile: { channels: [] },
    },
    expect: [],
  },
  {
    name: "where nobody knows the conduits, nothing can be said",
    given: { policy, facts: { networkNeeds: [aNeed()] }, profile: { channels: null } },
    expect: [],
  },
  {
    name: "needs that are not stated are open",
    given: { policy, profile: { channels: [aChannel()] } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "A list of every connection that the product needs.",
        reason:
          "Which connections the product needs is not stated, so nobody can tell whether it will work in this zone.",
        close: ["supplier: List every connection with its protocol, ports, direction and other end."],
      },
    ],
  },
  {
    name: "a product without a network conforms, also in a zone without channels",
    given: { policy, facts: { networkNeeds: [] }, profile: { channels: [] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "A list of every connection that the product needs.",
        reason: "The product needs nothing of the network.",
        close: [],
      },
    ],
  },
  {
    name: "a need with a channel conforms, whatever the protocol is called",
    given: {
      policy,
      facts: { networkNeeds: [aNeed()] },
      profile: { channels: [aChannel({ protocol: "FHIR" })] },
    },
    expect: [
      {
        about: HTTPS,
        outcome: "conforms",
        severity: "none",
        expected: "A channel of the zone for https tcp/443 (outbound, the hospital).",
        declared: "The product needs https tcp/443 (outbound, the hospital).",
        reason: "The zone lets https tcp/443 through (outbound, the hospital).",
        close: [],
      },
    ],
  },
  {
    name: "a required need without a channel does not conform",
    given: { policy, facts: { networkNeeds: [aNeed()] }, profile: { channels: [] } },
    expect: [
      {
        about: HTTPS,
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The product needs https tcp/443 (outbound, the hospital).",
        reason:
          "The zone does not let https tcp/443 through (outbound, the hospital), and the product does not work without it.",
        close: [
          "supplier: Let the product use a connection that the zone permits, and declare it.",
          "hospital: Add a channel for https tcp/443 (outbound, the hospital) to a conduit of the zone, after looking at its risk.",
          "hospital: Place the product in a zone that permits https tcp/443 (outbound, the hospital).",
        ],
      },
    ],
  },
  {
    name: "an optional need without a channel is worth a note",
    given: { policy, facts: { networkNeeds: [aNeed({ required: false })] }, profile: { channels: [] } },
    expect: [
      {
        about: HTTPS,
        outcome: "conforms",
        severity: "note",
        declared: "The product can use https tcp/443 (outbound, the hospital) but works without it.",
        reason:
          "The zone does not let https tcp/443 through (outbound, the hospital). The product does its work without it.",
        close: [],
      },
    ],
  },
  {
    name: "transport, port, direction and the other end each have to fit",
    given: {
      policy,
      facts: { networkNeeds: [aNeed()] },
      profile: {
        channels: [
          aChannel({ transport: "udp" }),
          aChannel({ ports: "444" }),
          aChannel({ ports: "442" }),
          aChannel({ direction: "inbound" }),
          aChannel({ peer: "supplier" }),
          aChannel({ peer: "internet" }),
        ],
      },
    },
    expect: [{ about: HTTPS, outcome: "does-not-conform" }],
  },
  {
    name: "ports of the need lie within those of the channel, ends included",
    given: {
      policy,
      facts: {
        networkNeeds: [
          aNeed({ protocol: "inside", ports: "8000-8010" }),
          aNeed({ protocol: "above", ports: "8000-8011" }),
          aNeed({ protocol: "below", ports: "7999-8010" }),
        ],
      },
      profile: { channels: [aChannel({ ports: "8000-8010" })] },
    },
    expect: [
      { about: "above tcp/8000-8011 outbound hospital", outcome: "does-not-conform" },
      { about: "below tcp/7999-8010 outbound hospital", outcome: "does-not-conform" },
      { about: "inside tcp/8000-8010 outbound hospital", outcome: "conforms" },
    ],
  },
  {
    name: "a channel for any port lets every port through",
    given: {
      policy,
      facts: {
        networkNeeds: [
          aNeed(),
          aNeed({ ports: "1" }),
          aNeed({ ports: "65535" }),
          aNeed({ ports: "1-65535" }),
        ],
      },
      profile: { channels: [aChannel({ ports: "" })] },
    },
    expect: [
      { about: "https tcp/1 outbound hospital", outcome: "conforms" },
      { about: "https tcp/1-65535 outbound hospital", outcome: "conforms" },
      { about: HTTPS, outcome: "conforms" },
      { about: "https tcp/65535 outbound hospital", outcome: "conforms" },
    ],
  },
  {
    name: "a need for any port is not met by one port, but by all of them",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ ports: "" }), aNeed({ ports: "", transport: "udp" })] },
      profile: { channels: [aChannel(), aChannel({ ports: "1-65535", transport: "udp" })] },
    },
    expect: [
      { about: "https tcp outbound hospital", outcome: "does-not-conform" },
      { about: "https udp outbound hospital", outcome: "conforms" },
    ],
  },
  {
    name: "where neither side has ports the names must be the same, however they are written",
    given: {
      policy,
      facts: {
        networkNeeds: [
          aNeed({ protocol: "ASTM", transport: "serial", ports: "" }),
          aNeed({ protocol: "hl7", transport: "serial", ports: "" }),
          aNeed({ protocol: "ICMP", transport: "icmp", ports: "" }),
        ],
      },
      profile: {
        channels: [
          aChannel({ protocol: " astm ", transport: "serial", ports: "" }),
          aChannel({ protocol: "icmp", transport: "icmp", ports: "" }),
        ],
      },
    },
    expect: [
      { about: "astm serial outbound hospital", outcome: "conforms" },
      { about: "hl7 serial outbound hospital", outcome: "does-not-conform" },
      {
        about: "icmp outbound hospital",
        outcome: "conforms",
        reason: "The zone lets icmp through (outbound, the hospital).",
      },
    ],
  },
  {
    name: "a channel in both directions lets either through",
    given: {
      policy,
      facts: { networkNeeds: [aNeed(), aNeed({ direction: "inbound" })] },
      profile: { channels: [aChannel({ direction: "both" })] },
    },
    expect: [
      { about: "https tcp/443 inbound hospital", outcome: "conforms" },
      { about: HTTPS, outcome: "conforms" },
    ],
  },
  {
    name: "a need in both directions is met by two channels, and not by one of them",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ direction: "both" }), aNeed({ direction: "both", ports: "80" })] },
      profile: {
        channels: [aChannel(), aChannel({ direction: "inbound" }), aChannel({ ports: "80" })],
      },
    },
    expect: [
      { about: "https tcp/443 both hospital", outcome: "conforms" },
      { about: "https tcp/80 both hospital", outcome: "does-not-conform" },
    ],
  },
  {
    name: "the internet leads to the supplier, but the way to the supplier not to the internet",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ peer: "supplier" }), aNeed({ peer: "internet", ports: "80" })] },
      profile: { channels: [aChannel({ peer: "internet" }), aChannel({ peer: "supplier", ports: "80" })] },
    },
    expect: [
      { about: "https tcp/443 outbound supplier", outcome: "conforms" },
      { about: "https tcp/80 outbound internet", outcome: "does-not-conform" },
    ],
  },
  {
    name: "the way to the hospital is not served by the internet",
    given: {
      policy,
      facts: { networkNeeds: [aNeed()] },
      profile: { channels: [aChannel({ peer: "internet" })] },
    },
    expect: [{ about: HTTPS, outcome: "does-not-conform" }],
  },
  {
    name: "a flow that is stated twice is one, and required where one of them is",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ required: false }), aNeed({ protocol: "HTTPS", ports: "0443" })] },
      profile: { channels: [] },
    },
    expect: [{ about: HTTPS, outcome: "does-not-conform" }],
  },
  {
    name: "of one protocol in two directions each says which it means",
    given: {
      policy,
      facts: { networkNeeds: [aNeed(), aNeed({ direction: "inbound", required: false })] },
      profile: { channels: [] },
    },
    expect: [
      {
        about: "https tcp/443 inbound hospital",
        outcome: "conforms",
        severity: "note",
        reason:
          "The zone does not let https tcp/443 through (inbound, the hospital). The product does its work without it.",
      },
      {
        about: "https tcp/443 outbound hospital",
        outcome: "does-not-conform",
        reason:
          "The zone does not let https tcp/443 through (outbound, the hospital), and the product does not work without it.",
      },
    ],
  },
]);
