import { evidenceIsInScope } from "~/domain/assessment/checks/evidence/evidence-is-in-scope";
import { type FactScenario, factScenarios } from "./fact-scenarios";
import { aPiece, aProcessPiece, PUMP } from "./pieces";

type Expected = FactScenario["expect"][number];

function note(about: string, reason: string, way: string, title = "Certificate 4711"): Expected {
  return {
    about,
    outcome: "conforms",
    severity: "note",
    area: null,
    rows: [],
    evidence: [about.split(":")[0] ?? ""],
    expected:
      "Documents that name this product, this release, what it is, and the edition they were issued under.",
    declared: `Offered: “${title}”.`,
    reason: `“${title}” ${reason}`,
    close: [`supplier: ${way}`],
  };
}

const REPLACE =
  "Offer a document that is about this product and release, or have “Certificate 4711” extended.";
const STATE = "State the products and releases that “Certificate 4711” names.";
const NAME = "Name the product and the release in the declaration.";

factScenarios(evidenceIsInScope, [
  { name: "no evidence, nothing to say", given: { facts: PUMP }, expect: [] },
  {
    name: "evidence about this product and this process is in scope",
    given: { facts: PUMP, evidence: [aPiece(), aProcessPiece()] },
    expect: [],
  },
  {
    name: "another product is out of scope, and nothing else is said of it",
    given: {
      facts: PUMP,
      evidence: [aPiece({ scope: { product: "InfuFlow 2", releases: [], componentTypes: [] } })],
    },
    expect: [note("cert-1:other-product", "is about InfuFlow 2, not about InfuFlow 3.", REPLACE)],
  },
  {
    name: "another release and another component type are out of scope",
    given: {
      facts: PUMP,
      evidence: [aPiece({ scope: { releases: ["2.x", "3.0"], componentTypes: ["host-device"] } })],
    },
    expect: [
      note("cert-1:other-release", "is about release 2.x, 3.0, not about 3.4.1.", REPLACE),
      note(
        "cert-1:other-component-type",
        "does not cover everything that the product is. Missing: embedded device.",
        REPLACE,
      ),
    ],
  },
  {
    name: "what a certificate of a product does not state is named",
    given: { facts: PUMP, evidence: [aPiece({ schemeVersion: "", scope: { product: "", releases: [] } })] },
    expect: [
      note(
        "cert-1:version-not-stated",
        "does not say which edition of iec-62443-4-2 it was issued under.",
        "State the edition of iec-62443-4-2 that “Certificate 4711” was issued under.",
      ),
      note("cert-1:no-product-named", "names no product.", STATE),
      note("cert-1:no-release-named", "names no release.", STATE),
    ],
  },
  {
    name: "nothing can be compared with a product and a release that nobody has named",
    given: { evidence: [aPiece()] },
    expect: [
      note(
        "cert-1:product-unknown",
        "is about InfuFlow 3, and the declaration does not say which product it is about.",
        NAME,
      ),
      note(
        "cert-1:release-unknown",
        "is about release 3.4.1, and the declaration does not say which release it is about.",
        NAME,
      ),
    ],
  },
  {
    name: "a process certificate states its edition and no other product; releases are not compared",
    given: {
      facts: PUMP,
      evidence: [
        aProcessPiece({ schemeVersion: "", scope: { product: "Scanner", releases: ["1.0"] } }),
        aProcessPiece({ id: "process-2", scope: { releases: ["1.0"] } }),
      ],
    },
    expect: [
      note(
        "process-1:version-not-stated",
        "does not say which edition of iec-62443-4-1 it was issued under.",
        "State the edition of iec-62443-4-1 that “Process 81” was issued under.",
        "Process 81",
      ),
      note(
        "process-1:other-product",
        "is about Scanner, not about InfuFlow 3.",
        "Offer a document that is about this product and release, or have “Process 81” extended.",
        "Process 81",
      ),
    ],
  },
  ...(["legal-conformity", "other"] as const).flatMap(
    (subject): ReadonlyArray<FactScenario> => [
      {
        name: `a piece about ${subject} need not state anything`,
        given: {
          facts: PUMP,
          evidence: [
            aPiece({ subject, schemeVersion: "", scope: { product: "", releases: [], componentTypes: [] } }),
          ],
        },
        expect: [],
      },
      {
        name: `a piece about ${subject} may be about this product and release`,
        given: { facts: PUMP, evidence: [aPiece({ subject, scope: { componentTypes: [] } })] },
        expect: [],
      },
      {
        name: `a piece about ${subject} must not be about another product`,
        given: {
          facts: PUMP,
          evidence: [aPiece({ subject, scope: { product: "Scanner", releases: ["1.0"] } })],
        },
        expect: [note("cert-1:other-product", "is about Scanner, not about InfuFlow 3.", REPLACE)],
      },
      {
        name: `a piece about ${subject} must not be about another release`,
        given: { facts: PUMP, evidence: [aPiece({ subject, scope: { releases: ["1.0"] } })] },
        expect: [note("cert-1:other-release", "is about release 1.0, not about 3.4.1.", REPLACE)],
      },
    ],
  ),
  {
    name: "a management system has no product in its scope, whatever it is filed under",
    given: {
      facts: PUMP,
      evidence: [
        aPiece({ subject: "management-system", scope: { product: "Scanner" } }),
        aPiece({ id: "cert-2", scheme: "iso-iec-27001", scope: { product: "Scanner" } }),
      ],
    },
    expect: [],
  },
]);
