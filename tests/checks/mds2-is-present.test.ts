import { mds2IsPresent } from "~/domain/assessment/checks/documents/mds2-is-present";
import { factScenarios } from "./fact-scenarios";

const policy = { mds2Editions: ["2019"] } as const;
const of2019 = { edition: "2019", releasedOn: null, answers: {} } as const;
const of2013 = { ...of2019, edition: "2013" } as const;
const CLOSE = [
  "supplier: Fill in the MDS2, edition 2019, for this release.",
  "hospital: Accept the product without it by a written exception, and ask what you need to know directly.",
];

factScenarios(mds2IsPresent, [
  { name: "no rule, nothing to say", given: {}, expect: [] },
  { name: "a rule without an edition asks for none", given: { policy: { mds2Editions: [] } }, expect: [] },
  {
    name: "a form of an accepted edition conforms",
    given: { policy, facts: { mds2: of2019 } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        area: null,
        expected: "An MDS2 of edition 2019.",
        declared: "An MDS2 of edition 2019.",
        reason: "There is an MDS2 of edition 2019.",
        close: [],
      },
    ],
  },
  {
    name: "no form is open",
    given: { policy, facts: { regime: "mdr" } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "No MDS2.",
        reason: "There is no MDS2.",
        close: CLOSE,
      },
    ],
  },
  {
    name: "a form of another edition is recognised and does not count",
    given: { policy, facts: { mds2: of2013 } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "An MDS2 of edition 2013.",
        reason:
          "There is an MDS2 of edition 2013. It asks other questions than the editions that the zone accepts (2019), so it does not count.",
        close: CLOSE,
      },
    ],
  },
  {
    name: "any of several editions is enough",
    given: { policy: { mds2Editions: ["2019", "2013"] }, facts: { mds2: of2013 } },
    expect: [{ about: "product", outcome: "conforms", expected: "An MDS2 of edition 2019 and 2013." }],
  },
  ...(["cra", "other"] as const).map((regime) => ({
    name: `of a product under ${regime} no form is asked`,
    given: { policy, facts: { regime } },
    expect: [
      {
        about: "product",
        outcome: "conforms" as const,
        severity: "none" as const,
        declared: "The product is not a medical device.",
        reason: "The MDS2 is made for medical devices. This product is none, so no MDS2 is asked for.",
        close: [],
      },
    ],
  })),
  {
    name: "nor is a form of another edition held against it",
    given: { policy, facts: { regime: "cra", mds2: of2013 } },
    expect: [{ about: "product", outcome: "conforms", declared: "The product is not a medical device." }],
  },
  {
    name: "but one of an accepted edition is welcome",
    given: { policy, facts: { regime: "other", mds2: of2019 } },
    expect: [{ about: "product", outcome: "conforms", reason: "There is an MDS2 of edition 2019." }],
  },
  ...(["mdr-legacy", "ivdr", "ivdr-legacy", "unclear"] as const).map((regime) => ({
    name: `a product under ${regime} needs one`,
    given: { policy, facts: { regime } },
    expect: [{ about: "product", outcome: "incomplete" as const }],
  })),
]);
