import { remoteAccessEndsAtTheHospital } from "~/domain/assessment/checks/surroundings/remote-access-ends-at-the-hospital";
import { factScenarios } from "./fact-scenarios";

const policy = { remoteEnds: ["hospital-gateway" as const] };

factScenarios(remoteAccessEndsAtTheHospital, [
  { name: "no rule, nothing to say", given: { facts: { remoteEnds: ["device"] } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { remoteEnds: null }, facts: { remoteEnds: ["device"] } },
    expect: [],
  },
  {
    name: "without remote access nothing ends in the wrong place, whatever else is stated",
    given: { policy, facts: { remoteAccess: [], remoteEnds: ["device"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "Remote sessions that end only here: the hospital's gateway.",
        reason: "The product has no remote access, so none can end in the wrong place.",
        close: [],
      },
    ],
  },
  {
    name: "where nothing is stated, it is open",
    given: { policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        reason: "Where remote sessions end is not stated.",
        close: ["supplier: State where remote sessions end, or that there is no remote access."],
      },
    ],
  },
  {
    name: "remote access that ends nowhere has not been described",
    given: { policy, facts: { remoteAccess: ["on-demand"], remoteEnds: [] } },
    expect: [{ about: "product", outcome: "incomplete" }],
  },
  {
    name: "remote access whose end is not stated is open",
    given: { policy, facts: { remoteAccess: ["on-demand"] } },
    expect: [{ about: "product", outcome: "incomplete" }],
  },
  {
    name: "a session that ends in the hospital's gateway conforms",
    given: { policy, facts: { remoteAccess: ["on-demand"], remoteEnds: ["hospital-gateway"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "Remote sessions end here: the hospital's gateway.",
        reason: "Remote sessions end where the hospital permits.",
        close: [],
      },
    ],
  },
  {
    name: "a session that ends in the device does not, even where some end in the gateway",
    given: { policy, facts: { remoteEnds: ["hospital-gateway", "device"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Remote sessions end here: the device itself and the hospital's gateway.",
        reason: "Remote sessions end where the hospital does not permit it: the device itself.",
        close: [
          "supplier: Let remote sessions end only where the hospital permits, and declare it.",
          "hospital: Keep remote access closed at the firewall, and accept the product by a written exception.",
        ],
      },
    ],
  },
  {
    name: "a zone that permits no end takes no remote access",
    given: { policy: { remoteEnds: [] }, facts: { remoteEnds: ["hospital-gateway"] } },
    expect: [
      { about: "product", outcome: "does-not-conform", expected: "No end for remote sessions at all." },
    ],
  },
]);
