import { expect, test } from "vitest";
import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import { campusConduits } from "~/demo/campus/conduits";
import { WORKSHOPS } from "~/demo/campus/risk";
import { campusZones } from "~/demo/campus/zones";
import { deriveTarget } from "~/domain/risk/derive-target";
import { isRated } from "~/domain/risk/open-ratings";
import { residualRisk } from "~/domain/risk/residual-risk";
import { RiskAssessmentSchema } from "~/domain/risk/risk-assessment";
import { reaches, toNotation } from "~/domain/security-level/security-level";

test("every workshop is rated to its end and asks for exactly the target of its place", () => {
  for (const { element, assessment } of WORKSHOPS) {
    expect(RiskAssessmentSchema.parse(assessment), element.id).toEqual(assessment);
    expect(isRated(assessment), element.id).toBe(true);
    const { vector } = deriveTarget(assessment, DEFAULT_RISK_MATRIX);
    const zone = campusZones().find(({ id }) => id === element.id);
    if (zone?.slTarget) expect(toNotation(vector), element.id).toBe(toNotation(zone.slTarget));
    const conduit = campusConduits().find(({ id }) => id === element.id);
    const ends = campusZones().filter(({ id }) => id === conduit?.fromZoneId || id === conduit?.toZoneId);
    for (const { slTarget } of ends) if (slTarget) expect(reaches(vector, slTarget), element.id).toBe(true);
    expect(Boolean(zone) || ends.length === 2, element.id).toBe(true);
  }
});

test("where risk above the tolerable is left the lead says why, and one place waits for acceptance", () => {
  const left = WORKSHOPS.map(({ assessment, note }) => {
    const { aboveTolerable, open } = residualRisk(assessment, DEFAULT_RISK_MATRIX);
    return {
      above: aboveTolerable.length,
      open: open.length,
      hasNote: Boolean(note),
      isAccepted: note !== null,
    };
  });
  for (const { above, open, hasNote, isAccepted } of left)
    if (isAccepted && above + open > 0) expect(hasNote).toBe(true);
  expect(left.filter(({ above }) => above > 0)).toHaveLength(1);
  expect(left.filter(({ isAccepted }) => !isAccepted)).toHaveLength(1);
});
