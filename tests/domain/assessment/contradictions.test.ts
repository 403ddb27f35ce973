import { describe, expect, test } from "vitest";
import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";
import { CHECKS } from "~/domain/assessment/checks";
import { CONTRADICTION_CHECKS, contradictionsIn } from "~/domain/assessment/contradictions";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { flatVector } from "~/domain/security-level/security-level";
import { aPiece } from "../../cli/full-files";
import { aContent } from "./rows";

const KNOWN = {
  requirements: COMPONENT_REQUIREMENTS,
  catalogueVersion: CATALOGUE_VERSION,
  mds2Questions: MDS2_QUESTIONS,
};
const found = (overrides: Partial<DeclarationContent>, answers = {}) =>
  contradictionsIn(aContent(answers, overrides), KNOWN, "2026-11-22").map(({ checkId }) => checkId);

describe("contradictions", () => {
  test("every check that is asked exists", () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(CONTRADICTION_CHECKS.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("silence and gaps contradict nothing", () => {
    expect(found({})).toEqual([]);
    expect(found({}, { "CR 1.1": "not-met", "CR 7.1": "met-with-countermeasure" })).toEqual([]);
  });

  test.each<[string, Partial<DeclarationContent>, Record<string, "met">, string]>([
    [
      "a claim above the computed level",
      { claimedSlCapability: flatVector(2) },
      {},
      "claimed-level-is-computed",
    ],
    [
      "the MDS2 against an answer",
      {
        facts: { mds2: { edition: "2019", releasedOn: null, answers: { "ALOF-1": { answer: "No" } } } },
      },
      { "CR 2.5": "met" },
      "mds2-agrees-with-answers",
    ],
    [
      "a fact against an answer",
      { facts: { defaultCredentials: "fixed" } },
      { "CR 1.5": "met" },
      "facts-agree-with-answers",
    ],
    [
      "a certificate of another product",
      { evidence: [aPiece()], facts: { product: "Scanner", release: "1" } },
      {},
      "evidence-is-in-scope",
    ],
    [
      "a certificate of an organisation for a product",
      { evidence: [aPiece({ scheme: "iso-iec-27001" })] },
      {},
      "management-system-is-no-product-evidence",
    ],
  ])("%s", (_, overrides, answers, checkId) => {
    expect(found(overrides, answers)).toContain(checkId);
  });

  test("a certificate of an organisation that is offered as one contradicts nothing", () => {
    const piece = aPiece({ scheme: "iso-iec-27001", subject: "management-system" });
    expect(found({ evidence: [piece] })).not.toContain("management-system-is-no-product-evidence");
  });

  test("an answer that cites what is not there", () => {
    const content = aContent({ "CR 1.1": { value: "met", evidenceIds: ["gone"] } });
    const [first] = contradictionsIn(content, KNOWN, "2026-11-22");
    expect(first).toMatchObject({ checkId: "cited-evidence-exists", requirementIds: ["CR 1.1"] });
  });
});
