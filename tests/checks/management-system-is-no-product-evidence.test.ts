import { managementSystemIsNoProductEvidence } from "~/domain/assessment/checks/evidence/management-system-is-no-product-evidence";
import type { Answer } from "~/domain/declaration/declaration";
import { factScenarios } from "./fact-scenarios";
import { aPiece } from "./pieces";

const SENTENCE =
  "A management-system certificate says something about the organisation, never that a product meets a requirement.";
const CLOSE = ["supplier: Offer evidence that is about the product in place of “Certificate 4711”."];
const citing: Answer = { value: "met", evidenceIds: ["cert-1"] };
const iso27001 = aPiece({ subject: "management-system", scheme: "iso-iec-27001", schemeVersion: "2022" });

factScenarios(managementSystemIsNoProductEvidence, [
  { name: "no evidence, nothing to say", given: {}, expect: [] },
  {
    name: "evidence of the product is of no concern",
    given: { evidence: [aPiece()], answers: { "CR 1.1": citing } },
    expect: [],
  },
  {
    name: "a management system that is only offered is noted",
    given: { evidence: [iso27001], answers: { "CR 1.1": "met" } },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        severity: "note",
        area: null,
        rows: [],
        evidence: ["cert-1"],
        expected: "Evidence of a product that is about the product.",
        declared: "“Certificate 4711”, issued under iso-iec-27001.",
        reason: `${SENTENCE} “Certificate 4711” does not count for the product.`,
        close: [],
      },
    ],
  },
  {
    name: "whatever is filed as a management system is one",
    given: { evidence: [aPiece({ subject: "management-system" })] },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        declared: "“Certificate 4711”, issued under iec-62443-4-2.",
        close: [],
      },
    ],
  },
  {
    name: "an answer that cites one is named",
    given: { evidence: [iso27001], answers: { "CR 1.1": citing, "CR 1.2": "met" } },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        severity: "note",
        rows: ["CR 1.1"],
        evidence: ["cert-1"],
        declared: "“Certificate 4711”, issued under iso-iec-27001, is cited for CR 1.1.",
        reason: `${SENTENCE} “Certificate 4711” does not back the answer to CR 1.1.`,
        close: CLOSE,
      },
    ],
  },
  {
    name: "answers that cite one are named in the standard's order",
    given: { evidence: [iso27001], answers: { "CR 1.10": citing, "CR 1.2": citing } },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        rows: ["CR 1.2", "CR 1.10"],
        declared:
          "“Certificate 4711”, issued under iso-iec-27001, is cited for 2 requirements: CR 1.2, CR 1.10.",
        reason: `${SENTENCE} “Certificate 4711” does not back the 2 answers that cite it: CR 1.2, CR 1.10.`,
      },
    ],
  },
  {
    name: "one that is filed as evidence of the product is caught",
    given: { evidence: [aPiece({ scheme: "ISO/IEC 27001:2022" })] },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        severity: "note",
        rows: [],
        declared:
          "“Certificate 4711”, issued under ISO/IEC 27001:2022, is filed as evidence of: capability of the product.",
        reason: `${SENTENCE} “Certificate 4711” does not count, although it is filed as evidence of: capability of the product.`,
        close: CLOSE,
      },
    ],
  },
  {
    name: "one that is filed as evidence of development is caught, and the answer that cites it",
    given: {
      evidence: [aPiece({ subject: "development-process", scheme: "iso-13485" })],
      answers: { "CR 1.1": citing },
    },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        rows: ["CR 1.1"],
        declared:
          "“Certificate 4711”, issued under iso-13485, is filed as evidence of: secure development. It is cited for CR 1.1.",
        reason: `${SENTENCE} “Certificate 4711” does not count, although it is filed as evidence of: secure development. It does not back the answer to CR 1.1 either.`,
        close: CLOSE,
      },
    ],
  },
  {
    name: "filed and cited more than once",
    given: { evidence: [aPiece({ scheme: "iso-9001" })], answers: { "CR 2.1": citing, "CR 1.1": citing } },
    expect: [
      {
        about: "cert-1",
        outcome: "conforms",
        rows: ["CR 1.1", "CR 2.1"],
        declared:
          "“Certificate 4711”, issued under iso-9001, is filed as evidence of: capability of the product. It is cited for 2 requirements: CR 1.1, CR 2.1.",
        reason: `${SENTENCE} “Certificate 4711” does not count, although it is filed as evidence of: capability of the product. It does not back the 2 answers that cite it either: CR 1.1, CR 2.1.`,
      },
    ],
  },
  {
    name: "one that is filed as conformity with the law is only offered, and each piece has a note of its own",
    given: {
      evidence: [
        aPiece({ subject: "legal-conformity", scheme: "iso-13485" }),
        aPiece({ id: "cert-2", title: "Certificate 42", subject: "other", scheme: "iso-iec-42001" }),
      ],
      answers: { "CR 1.1": { value: "met", evidenceIds: ["cert-2"] } },
    },
    expect: [
      { about: "cert-1", outcome: "conforms", rows: [], close: [] },
      {
        about: "cert-2",
        outcome: "conforms",
        rows: ["CR 1.1"],
        reason: `${SENTENCE} “Certificate 42” does not back the answer to CR 1.1.`,
      },
    ],
  },
]);
