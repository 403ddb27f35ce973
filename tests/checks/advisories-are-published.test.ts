import { advisoriesArePublished } from "~/domain/assessment/checks/documents/advisories-are-published";
import { factScenarios } from "./fact-scenarios";

const policy = { advisories: ["csaf", "vex"] } as const;
const CLOSE = [
  "supplier: Publish advisories in one of these forms: CSAF and VEX.",
  "hospital: Accept it by a written exception, and watch public sources for this product yourself.",
];

factScenarios(advisoriesArePublished, [
  { name: "no rule, nothing to say", given: { facts: { advisories: [] } }, expect: [] },
  { name: "a rule without a form asks for none", given: { policy: { advisories: [] } }, expect: [] },
  {
    name: "one of the accepted forms is enough",
    given: { policy, facts: { advisories: ["e-mail", "vex"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        area: null,
        expected: "Advisories in one of these forms: CSAF and VEX.",
        declared: "Advisories are published as: e-mail and VEX.",
        reason: "Advisories are published as: e-mail and VEX.",
        close: [],
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
        declared: "The supplier does not say how it publishes advisories.",
        reason: "Whether and how the supplier publishes advisories is not stated.",
        close: ["supplier: State how advisories are published."],
      },
    ],
  },
  {
    name: "another form does not conform",
    given: { policy, facts: { advisories: ["web-page"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Advisories are published as: a web page.",
        reason:
          "Advisories are published in another form than the zone accepts. Published: a web page. Accepted: CSAF and VEX.",
        close: CLOSE,
      },
    ],
  },
  {
    name: "no advisories at all do not conform",
    given: { policy, facts: { advisories: [] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The supplier publishes no advisories.",
        reason: "The supplier does not tell its customers about vulnerabilities.",
        close: CLOSE,
      },
    ],
  },
]);
