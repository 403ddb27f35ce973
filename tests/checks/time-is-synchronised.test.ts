import { timeIsSynchronised } from "~/domain/assessment/checks/protection/time-is-synchronised";
import type { PolicyLayer } from "~/domain/policy/policy";
import { factScenarios } from "./fact-scenarios";

const policy: PolicyLayer = { timeSources: ["nts", "ntp"] };

factScenarios(timeIsSynchronised, [
  { name: "no rule, nothing to say", given: { facts: { timeSources: [] } }, expect: [] },
  {
    name: "a rule that names nothing asks for nothing",
    given: { policy: { timeSources: [] }, facts: { timeSources: [] } },
    expect: [],
  },
  {
    name: "one that the zone accepts is enough",
    given: { policy, facts: { timeSources: ["ptp", "ntp", "nts"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "The clock follows at least one of these sources: NTS and NTP.",
        declared: "The product takes the time from: NTP, NTS and PTP.",
        reason: "The clock follows the hospital's time: NTS and NTP.",
        close: [],
      },
    ],
  },
  {
    name: "of those that the zone accepts only the ones that the clock follows are named",
    given: { policy, facts: { timeSources: ["ptp", "ntp"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        reason: "The clock follows the hospital's time: NTP.",
      },
    ],
  },
  {
    name: "none that the zone accepts does not conform",
    given: { policy, facts: { timeSources: ["manual"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        expected: "The clock follows at least one of these sources: NTS and NTP.",
        declared: "The product takes the time from: set by hand.",
        reason: "The clock follows none of the sources that the zone accepts. Stated: set by hand.",
        close: [
          "supplier: Let the clock follow one of these sources: NTS and NTP.",
          "hospital: Accept it by a written exception, and have the clock checked and set at fixed times.",
        ],
      },
    ],
  },
  {
    name: "a product that says it has none does not conform",
    given: { policy, facts: { timeSources: [] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        expected: "The clock follows at least one of these sources: NTS and NTP.",
        declared: "The clock follows no source.",
        reason: "The clock follows no source, so the times in its log drift away from all others.",
        close: [
          "supplier: Let the clock follow one of these sources: NTS and NTP.",
          "hospital: Accept it by a written exception, and have the clock checked and set at fixed times.",
        ],
      },
    ],
  },
  {
    name: "what is not stated is open",
    given: { policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "The clock follows at least one of these sources: NTS and NTP.",
        declared: "The supplier does not say where the product takes the time from.",
        reason: "Where the product takes the time from is not stated.",
        close: ["supplier: State where the product takes the time from."],
      },
    ],
  },
]);
