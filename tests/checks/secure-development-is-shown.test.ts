import { secureDevelopmentIsShown } from "~/domain/assessment/checks/evidence/secure-development-is-shown";
import type { Evidence } from "~/domain/declaration/evidence";
import type { PolicyLayer } from "~/domain/policy/policy";
import { type FactScenario, factScenarios } from "./fact-scenarios";
import { aPiece, aProcessPiece, PUMP } from "./pieces";

const policy: PolicyLayer = { developmentEvidence: ["none", "declared", "third-party", "accredited"] };
const given = { policy, slTarget: { SI: 3 }, facts: PUMP } as const;

function doesNotCount(
  name: string,
  piece: Evidence,
  cause: string,
  reason: string,
  close: string,
  facts = PUMP,
): FactScenario {
  return {
    name,
    given: { ...given, facts, evidence: [piece] },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        reason: "“Process 81” is offered and does not count.",
        evidence: ["process-1"],
      },
      {
        about: `process-1:${cause}`,
        outcome: "conforms",
        severity: "note",
        declared: "Offered: “Process 81”.",
        reason: `“Process 81” does not count${reason}`,
        close: [`supplier: ${close}`],
      },
    ],
  };
}

function counts(name: string, piece: Evidence): FactScenario {
  return {
    name,
    given: { ...given, evidence: [piece] },
    expect: [{ about: "product", outcome: "conforms", severity: "none", evidence: ["process-1"], close: [] }],
  };
}

const OFFER =
  "Offer evidence of development under IEC 62443-4-1 or IEC 81001-5-1, confirmed by a third party.";

factScenarios(secureDevelopmentIsShown, [
  { name: "no rule, nothing to say", given: { slTarget: { SI: 3 } }, expect: [] },
  {
    name: "“none” at the target's level asks for nothing",
    given: { policy, slTarget: { SI: 1 } },
    expect: [],
  },
  {
    name: "nothing offered is open",
    given,
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        area: null,
        rows: [],
        evidence: [],
        expected:
          "A secure development process, confirmed by a third party, that covers the product and is in date.",
        declared: "No evidence of secure development.",
        reason:
          "Nothing is offered that shows how the product is developed. The zone asks for something confirmed by a third party.",
        close: [
          `supplier: ${OFFER}`,
          "hospital: Accept the product without this evidence by a written exception.",
        ],
      },
    ],
  },
  {
    name: "a certificate of the product says nothing of its development",
    given: { ...given, evidence: [aPiece()] },
    expect: [{ about: "product", outcome: "incomplete", declared: "No evidence of secure development." }],
  },
  {
    name: "a certificate of the whole product line counts",
    given: { ...given, evidence: [aProcessPiece()] },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "Offered: “Process 81”.",
        reason: "“Process 81” shows that the product is developed securely, confirmed by a third party.",
        evidence: ["process-1"],
        close: [],
      },
    ],
  },
  counts("a certificate that names this product counts", aProcessPiece({ scope: { product: "infuflow 3" } })),
  counts("releases of a process are not compared", aProcessPiece({ scope: { releases: ["1.0"] } })),
  counts("IEC 81001-5-1 counts", aProcessPiece({ scheme: "iec-81001-5-1", schemeVersion: "2021" })),
  {
    name: "what does not count is of no concern beside what does",
    given: {
      ...given,
      evidence: [
        aProcessPiece({ id: "process-0", scheme: "iec-62304" }),
        aProcessPiece(),
        aProcessPiece({ id: "process-2", title: "Process 82", scheme: "IEC 81001-5-1" }),
      ],
    },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        reason:
          "2 documents show that the product is developed securely, confirmed by a third party: “Process 81”, “Process 82”.",
        evidence: ["process-1", "process-2"],
      },
    ],
  },
  {
    name: "where none counts, each says why not",
    given: {
      ...given,
      evidence: [
        aProcessPiece({ schemeVersion: "", validUntil: "2020-01-01" }),
        aProcessPiece({ id: "process-2", title: "Process 82", assurance: "declared" }),
      ],
    },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        reason: "2 documents are offered and none of them counts: “Process 81”, “Process 82”.",
        evidence: ["process-1", "process-2"],
      },
      { about: "process-1:version-not-stated", outcome: "conforms", severity: "note" },
      { about: "process-1:has-expired", outcome: "conforms", severity: "note" },
      { about: "process-2:too-weak", outcome: "conforms", severity: "note" },
    ],
  },
  doesNotCount(
    "IEC 62304 is about safety and does not count",
    aProcessPiece({ scheme: "IEC 62304:2006" }),
    "safety-life-cycle",
    ": IEC 62304 is about the safety of software and says little about its security.",
    OFFER,
  ),
  doesNotCount(
    "a management system filed as development does not count",
    aProcessPiece({ scheme: "iso-13485" }),
    "management-system",
    ". A management-system certificate says something about the organisation, never that a product meets a requirement.",
    OFFER,
  ),
  doesNotCount(
    "another scheme does not count",
    aProcessPiece({ scheme: "iec-62443-4-2" }),
    "other-scheme",
    ": iec-62443-4-2 does not show secure development. IEC 62443-4-1 and IEC 81001-5-1 do.",
    OFFER,
  ),
  doesNotCount(
    "an edition has to be stated",
    aProcessPiece({ schemeVersion: "" }),
    "version-not-stated",
    ": it does not say which edition of iec-62443-4-1 it was issued under.",
    "State the edition of iec-62443-4-1 that “Process 81” was issued under.",
  ),
  doesNotCount(
    "another product is not covered",
    aProcessPiece({ scope: { product: "InfuFlow 2" } }),
    "other-product",
    ": it is about InfuFlow 2, not about InfuFlow 3.",
    "Have “Process 81” extended to this product, or to the whole product line.",
  ),
  doesNotCount(
    "a named product covers nothing that the declaration does not name",
    aProcessPiece({ scope: { product: "InfuFlow 3" } }),
    "product-unknown",
    ": it is about InfuFlow 3, and the declaration does not say which product it is about.",
    "Name the product in the declaration.",
    {},
  ),
  doesNotCount(
    "the supplier's word is too weak for SL 3",
    aProcessPiece({ assurance: "declared" }),
    "too-weak",
    ": it is declared by the supplier, and the zone asks for something confirmed by a third party. What the supplier has written, or what names no issuer, counts as declared by the supplier.",
    "Have “Process 81” replaced by something confirmed by a third party.",
  ),
  doesNotCount(
    "what is not valid yet does not count",
    aProcessPiece({ validFrom: "2026-11-22" }),
    "not-yet-valid",
    ": it is valid from 2026-11-22 on.",
    "Offer a version of “Process 81” that is in date.",
  ),
  doesNotCount(
    "what has expired does not count",
    aProcessPiece({ validUntil: "2026-11-20" }),
    "has-expired",
    ": it expired on 2026-11-20.",
    "Offer a version of “Process 81” that is in date.",
  ),
]);
