import { supportOutlastsServiceLife } from "~/domain/assessment/checks/protection/support-outlasts-service-life";
import { factScenarios } from "./fact-scenarios";

const policy = { plannedServiceYears: 8 };
const asOf = "2026-11-21";

factScenarios(supportOutlastsServiceLife, [
  { name: "no rule, nothing to say", given: { facts: { supportEndsOn: "2020-01-01" } }, expect: [] },
  {
    name: "support to the last day of use conforms",
    given: { asOf, policy, facts: { supportEndsOn: "2034-11-21" } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "Support until 2034-11-21 or later.",
        declared: "Support ends on 2034-11-21.",
        reason: "The product is supported until 2034-11-21, for as long as it is to be used.",
        close: [],
      },
    ],
  },
  {
    name: "support that ends a day earlier does not conform",
    given: { asOf, policy, facts: { supportEndsOn: "2034-11-20" } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Support ends on 2034-11-20.",
        reason: "Support ends on 2034-11-20, but the product is to be used until 2034-11-21.",
        close: [
          "supplier: Extend support to 2034-11-21, for example by contract.",
          "hospital: Accept it by a written exception, and plan to replace the product by 2034-11-20.",
        ],
      },
    ],
  },
  {
    name: "on its last day support has not ended",
    given: { asOf, policy, facts: { supportEndsOn: "2026-11-21" } },
    expect: [{ about: "product", outcome: "does-not-conform", declared: "Support ends on 2026-11-21." }],
  },
  {
    name: "support that has ended does not conform",
    given: { asOf, policy, facts: { supportEndsOn: "2026-11-20" } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Support ended on 2026-11-20.",
        reason: "Support ended on 2026-11-20: vulnerabilities are no longer fixed.",
        close: [
          "supplier: Offer a release that is still supported.",
          "hospital: Accept it by a written exception, keep the product apart from all it does not need, and plan its replacement.",
        ],
      },
    ],
  },
  {
    name: "no years of use ask for support today",
    given: { asOf, policy: { plannedServiceYears: 0 }, facts: { supportEndsOn: "2026-11-21" } },
    expect: [{ about: "product", outcome: "conforms", expected: "Support until 2026-11-21 or later." }],
  },
  {
    name: "from 29 February the years run to 28 February",
    given: {
      asOf: "2028-02-29",
      policy: { plannedServiceYears: 5 },
      facts: { supportEndsOn: "2033-02-28" },
    },
    expect: [{ about: "product", outcome: "conforms", expected: "Support until 2033-02-28 or later." }],
  },
  {
    name: "what is not stated is open",
    given: { asOf, policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier does not say when support ends.",
        reason: "When support ends is not stated.",
        close: ["supplier: State the day on which support ends."],
      },
    ],
  },
]);
