import { regimeIsClear } from "~/domain/assessment/checks/surroundings/regime-is-clear";
import { factScenarios } from "./fact-scenarios";

const policy = {
  regimes: [
    "mdr" as const,
    "mdr-legacy" as const,
    "ivdr" as const,
    "ivdr-legacy" as const,
    "cra" as const,
    "other" as const,
  ],
};
const WHAT_FOLLOWS =
  "nobody can tell which security duties the supplier has, whom it must tell of incidents and how fast, how long it must handle vulnerabilities, and which declaration of conformity proves it.";

factScenarios(regimeIsClear, [
  { name: "no rule, nothing to say", given: { facts: { regime: "unclear" } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { regimes: null }, facts: { regime: "unclear" } },
    expect: [],
  },
  {
    name: "a law that is not stated is open, and the reason says what hangs on it",
    given: { policy: { regimes: ["mdr", "cra"] } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "A product under one of these: MDR and CRA.",
        reason: `Nobody has said which law the product falls under. Until then ${WHAT_FOLLOWS}`,
        close: ["supplier: State which law the product falls under, and why."],
      },
    ],
  },
  {
    name: "an unclear law is open, also where the zone permits everything",
    given: {
      policy: { regimes: ["mdr", "mdr-legacy", "ivdr", "ivdr-legacy", "cra", "other"] },
      facts: { regime: "unclear", regimeReason: "Under review." },
    },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier says that it is unclear which law the product falls under.",
        reason: `Which law the product falls under is not settled. Until it is, ${WHAT_FOLLOWS}`,
        close: [
          "supplier: Settle which law the product falls under, with the notified body or the authority if need be, and declare it.",
        ],
      },
    ],
  },
  {
    name: "a law that the zone takes conforms",
    given: { policy, facts: { regime: "mdr" } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "The product is declared under: MDR.",
        reason: "The law is named, and the zone takes products under it: MDR.",
        close: [],
      },
    ],
  },
  {
    name: "a law that the zone does not take does not conform, before anything else is asked",
    given: {
      policy: { regimes: ["mdr"] },
      facts: { regime: "cra", isInVitroDiagnostic: true },
    },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        reason: "The zone does not take products under: CRA.",
        close: [
          "supplier: Check which law the product falls under and correct the declaration where it is wrong.",
          "hospital: Permit products under this law in the zone, or place the product in a zone that takes them.",
        ],
      },
    ],
  },
  {
    name: "a zone that permits no law takes no product",
    given: { policy: { regimes: [] }, facts: { regime: "mdr" } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        expected: "The zone takes no product under any of the laws that Cordon knows.",
      },
    ],
  },
  ...(["mdr", "mdr-legacy", "cra"] as const).map((regime) => ({
    name: `an in vitro diagnostic under ${regime} contradicts itself`,
    given: { policy, facts: { regime, isInVitroDiagnostic: true } },
    expect: [
      {
        about: "product",
        outcome: "incomplete" as const,
        reason: "In vitro diagnostics have a regulation of their own. One of the two statements is wrong.",
        close: [
          "supplier: Check which law the product falls under and correct the declaration where it is wrong.",
        ],
      },
    ],
  })),
  ...(["ivdr", "ivdr-legacy"] as const).map((regime) => ({
    name: `what is no in vitro diagnostic contradicts ${regime}`,
    given: { policy, facts: { regime, isInVitroDiagnostic: false } },
    expect: [
      {
        about: "product",
        outcome: "incomplete" as const,
        reason: "Only in vitro diagnostics fall under this regulation. One of the two statements is wrong.",
        close: [
          "supplier: Check which law the product falls under and correct the declaration where it is wrong.",
        ],
      },
    ],
  })),
  {
    name: "an in vitro diagnostic under its regulation conforms",
    given: { policy, facts: { regime: "ivdr", isInVitroDiagnostic: true } },
    expect: [{ about: "product", outcome: "conforms" }],
  },
  {
    name: "another product under its law conforms",
    given: { policy, facts: { regime: "cra", isInVitroDiagnostic: false } },
    expect: [{ about: "product", outcome: "conforms" }],
  },
  ...[undefined, "  "].map((regimeReason) => ({
    name: `another law without a reason is open (${regimeReason === undefined ? "none" : "blanks"})`,
    given: {
      policy,
      facts: { regime: "other" as const, ...(regimeReason === undefined ? {} : { regimeReason }) },
    },
    expect: [
      {
        about: "product",
        outcome: "incomplete" as const,
        declared: "The product is declared under another law, without a reason.",
        reason:
          "None of the usual laws is said to apply, and the supplier does not say why. So nobody can check which duties remain.",
        close: ["supplier: Say which law applies instead and why."],
      },
    ],
  })),
  {
    name: "another law with a reason conforms, also for an in vitro diagnostic made in-house",
    given: {
      policy,
      facts: { regime: "other", regimeReason: "Made in-house.", isInVitroDiagnostic: true },
    },
    expect: [{ about: "product", outcome: "conforms" }],
  },
  {
    name: "another law for what is no in vitro diagnostic conforms",
    given: { policy, facts: { regime: "other", regimeReason: "Radio law.", isInVitroDiagnostic: false } },
    expect: [{ about: "product", outcome: "conforms" }],
  },
]);
