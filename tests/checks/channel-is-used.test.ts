import { channelIsUsed } from "~/domain/assessment/checks/surroundings/channel-is-used";
import { factScenarios } from "./fact-scenarios";
import { aChannel, aNeed, HELD_AGAINST_CHANNELS as policy } from "./flows";

factScenarios(channelIsUsed, [
  {
    name: "no rule, nothing to say",
    given: { facts: { networkNeeds: [] }, profile: { channels: [aChannel()] } },
    expect: [],
  },
  {
    name: "without a list of needs nothing can be called unused",
    given: { policy, profile: { channels: [aChannel()] } },
    expect: [],
  },
  {
    name: "a zone without channels has none too many",
    given: { policy, facts: { networkNeeds: [aNeed()] }, profile: { channels: [] } },
    expect: [],
  },
  {
    name: "channels that are all used conform, also the half of a flow in both directions",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ direction: "both" }), aNeed({ ports: "80" })] },
      profile: {
        channels: [
          aChannel(),
          aChannel({ direction: "inbound" }),
          aChannel({ ports: "80", direction: "both" }),
        ],
      },
    },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "The product uses every channel of the zone.",
        reason: "Every channel of the zone is used by this product.",
        close: [],
      },
    ],
  },
  {
    name: "one unused channel is worth a note",
    given: {
      policy,
      facts: { networkNeeds: [aNeed()] },
      profile: { channels: [aChannel(), aChannel({ protocol: "Syslog", transport: "udp", ports: "514" })] },
    },
    expect: [
      {
        about: "hospital",
        outcome: "conforms",
        severity: "note",
        expected: "Channels that the products of the zone use.",
        declared: "The product does not use (the hospital): syslog udp/514 →.",
        reason:
          "The zone has one channel that this product does not use (other end: the hospital): syslog udp/514 →.",
        close: ["hospital: Close what no product of the zone uses."],
      },
    ],
  },
  {
    name: "all unused channels to one other end stand in one note, in one order, each once",
    given: {
      policy,
      facts: { networkNeeds: [] },
      profile: {
        channels: [
          aChannel({ protocol: "SSH", ports: "22", direction: "inbound" }),
          aChannel({ direction: "both" }),
          aChannel({ direction: "both", encrypted: true }),
          aChannel({ protocol: "", ports: "8000-8010" }),
        ],
      },
    },
    expect: [
      {
        about: "hospital",
        outcome: "conforms",
        severity: "note",
        reason:
          "The zone has 3 channels that this product does not use (other end: the hospital): https tcp/443 ↔, ssh tcp/22 ←, tcp/8000-8010 →.",
      },
    ],
  },
  {
    name: "the same channel to another end is another one: used from outside, it can still be unused inside",
    given: {
      policy,
      facts: { networkNeeds: [aNeed({ direction: "inbound", peer: "internet" })] },
      profile: {
        channels: [
          aChannel({ direction: "inbound", peer: "internet" }),
          aChannel({ direction: "inbound" }),
          aChannel({ direction: "inbound", ports: "22", protocol: "ssh", peer: "supplier" }),
        ],
      },
    },
    expect: [
      {
        about: "hospital",
        outcome: "conforms",
        severity: "note",
        reason:
          "The zone has one channel that this product does not use (other end: the hospital): https tcp/443 ←.",
      },
      {
        about: "supplier",
        outcome: "conforms",
        severity: "note",
        reason:
          "The zone has one channel that this product does not use (other end: supplier): ssh tcp/22 ←.",
      },
    ],
  },
]);
