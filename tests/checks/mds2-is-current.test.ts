import { mds2IsCurrent } from "~/domain/assessment/checks/documents/mds2-is-current";
import type { Mds2 } from "~/domain/declaration/mds2";
import { factScenarios } from "./fact-scenarios";

const policy = { mds2MaxAgeDays: 365 };
const formOf = (releasedOn: string | null): Mds2 => ({ edition: "2019", releasedOn, answers: {} });

factScenarios(mds2IsCurrent, [
  { name: "no rule, nothing to say", given: { facts: { mds2: formOf("2000-01-01") } }, expect: [] },
  { name: "that there is no form is said elsewhere", given: { policy }, expect: [] },
  {
    name: "a form of exactly the accepted age is current",
    given: { policy, facts: { mds2: formOf("2025-11-21"), regime: "mdr" } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        area: null,
        expected: "An MDS2 that is at most 365 days old.",
        declared: "The MDS2 is of 2025-11-21.",
        reason: "The MDS2 is of 2025-11-21 and current.",
        close: [],
      },
    ],
  },
  {
    name: "a form of today is current",
    given: { policy, facts: { mds2: formOf("2026-11-21") } },
    expect: [{ about: "product", outcome: "conforms" }],
  },
  {
    name: "a day more is too old",
    given: { policy, facts: { mds2: formOf("2025-11-20") } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The MDS2 is of 2025-11-20.",
        reason: "The MDS2 is of 2025-11-20. The zone accepts one that is at most 365 days old.",
        close: ["supplier: Review the MDS2 for this release and date it anew."],
      },
    ],
  },
  {
    name: "one day may be all that is accepted",
    given: { policy: { mds2MaxAgeDays: 1 }, facts: { mds2: formOf("2026-11-19") } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        expected: "An MDS2 that is at most one day old.",
        reason: "The MDS2 is of 2026-11-19. The zone accepts one that is at most one day old.",
      },
    ],
  },
  {
    name: "a form without a date is open",
    given: { policy, facts: { mds2: formOf(null) } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The MDS2 bears no date.",
        reason: "The MDS2 bears no date, so nobody can tell which state of the product it describes.",
        close: ["supplier: Give the MDS2 the day on which it was released."],
      },
    ],
  },
  {
    name: "a form of tomorrow is open",
    given: { policy, facts: { mds2: formOf("2026-11-22") } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The MDS2 bears the date 2026-11-22.",
        reason: "The MDS2 bears the date 2026-11-22, which has not come yet.",
        close: ["supplier: Give the MDS2 the day on which it was released."],
      },
    ],
  },
  {
    name: "of what is no medical device no form is asked, so none is too old",
    given: { policy, facts: { mds2: formOf("2000-01-01"), regime: "cra" } },
    expect: [],
  },
]);
