import { expect, test } from "vitest";
import { partToken, RISK_PARTS } from "~/domain/risk/assessment-parts";
import { toNotation, vectorOf } from "~/domain/security-level/security-level";
import { presentModelTable } from "~/presenters/present-model-table.server";
import { presentRisk } from "~/presenters/present-risk.server";
import { applyRiskTarget } from "~/use-cases/risk/apply-risk-target.server";
import { discardRiskAssessment, rebaseRiskAssessment } from "~/use-cases/risk/restart-risk.server";
import { setRiskMatrix } from "~/use-cases/risk/set-risk-matrix.server";
import type { Caller } from "~/use-cases/use-case.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { listModelEdits } from "~db/repositories/model-edits";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { aColleague, accepted, auditOf, edit, refusedAs, renaming } from "../zone-models/models";
import { aScene, CONDUIT, CONSEQUENCE, draftOf, IMAGING, rate, save, THREATS, targetOf } from "./scene";

const database = aDatabase();
const NO_QUERY = { element: null, add: null, zone: null };

function apply(
  caller: Caller,
  modelId: string,
  target: { fingerprint: string },
  slTarget: object,
  rationale = "So",
) {
  const { kind: elementKind, id: elementId } = IMAGING;
  const { fingerprint } = target;
  return applyRiskTarget(caller, { modelId, elementKind, elementId, fingerprint, slTarget, rationale });
}

test("a half-finished step is in the draft at once, and the page says what is open", async () => {
  const { caller, modelId } = await aScene(database());
  const half = { ...CONSEQUENCE, consequence: { patientSafety: 5, careContinuity: null, data: null } };
  accepted(await save(caller, modelId, IMAGING, half));
  const page = await presentRisk(caller, modelId, IMAGING);
  expect(page.assessment.consequence).toEqual(half.consequence);
  expect(page.open).toEqual([
    { kind: "consequence", category: "careContinuity" },
    { kind: "consequence", category: "data" },
    { kind: "no-threats" },
  ]);
  expect(page).toMatchObject({ hasAssessment: true, mayEdit: true, earlier: null, matrixVersion: 0 });
  expect(await auditOf(caller)).toContain("model.edit");
});

test("step by step a vector follows, with the threat that drives each requirement", async () => {
  const { caller, modelId } = await aScene(database());
  const [media, robot] = await rate(caller, modelId, IMAGING);
  const { derived, open, residual, suggestion, offered } = await presentRisk(caller, modelId, IMAGING);
  expect(open).toEqual([]);
  expect(media).toBe("portable-media");
  // 5 × 4 = 20 asks for 3, 5 × 3 = 15 for 2; 5 is tolerable.
  expect(toNotation(derived.vector)).toBe("{3 3 3 0 3 0 0}");
  expect(derived.levels.RDF.drivers.map(({ threat }) => threat.id)).toEqual([media]);
  expect(derived.levels.DC.basis).toBe("untouched");
  expect(derived.threats.map(({ threat, risk }) => [threat.id, risk])).toEqual([
    [media, 20],
    [robot, 15],
  ]);
  expect(residual.open).toHaveLength(2);
  expect(suggestion?.name).toBe("Imaging modalities");
  expect(offered.filter(({ isUsual }) => isUsual).map(({ id }) => id)).toContain("portable-media");
  expect(offered.find(({ id }) => id === "rogue-wireless")?.isUsual).toBe(false);
});

test("target, reason and assessment are set in one edit of the draft", async () => {
  const { caller, modelId } = await aScene(database());
  await rate(caller, modelId, IMAGING);
  const before = await draftOf(caller, modelId);
  const { derived } = await presentRisk(caller, modelId, IMAGING);
  const target = await targetOf(caller, modelId, IMAGING);
  accepted(await apply(caller, modelId, target, derived.vector, "As rated"));
  const after = await targetOf(caller, modelId, IMAGING);
  expect(after).toMatchObject({ slTarget: derived.vector, slTargetRationale: "As rated" });
  expect((await draftOf(caller, modelId)).draftVersion).toBe(before.draftVersion + 1);
  const [made] = await listModelEdits(database().read, caller.actor.organisationId, {
    modelId,
    after: before.draftVersion,
    limit: 5,
  });
  expect(made?.commands.map(({ type }) => type)).toEqual(["update-zone", "set-sl-target"]);
  const table = await presentModelTable(caller, modelId, NO_QUERY);
  expect(table.zones.map(({ id, standing }) => [id, standing?.origin, standing?.acceptance])).toEqual([
    ["imaging", "assessed", "none"],
    ["archive", "by-hand", "none"],
  ]);
});

test("another vector than the one that follows is told apart", async () => {
  const { caller, modelId } = await aScene(database());
  await rate(caller, modelId, IMAGING);
  const other = vectorOf(() => 1);
  accepted(await apply(caller, modelId, await targetOf(caller, modelId, IMAGING), other));
  const { zones } = await presentModelTable(caller, modelId, NO_QUERY);
  expect(zones[0]?.standing).toMatchObject({ origin: "adjusted", isBegun: false });
});

test("a conduit gets a target of its own the same way, and its ends are the suggestion until then", async () => {
  const { caller, modelId } = await aScene(database());
  const before = await presentRisk(caller, modelId, CONDUIT);
  expect(before.suggestion).toMatchObject({ name: null, slTarget: vectorOf(() => 2) });
  expect(before.target.slTarget).toBeNull();
  await rate(caller, modelId, CONDUIT);
  const { derived, target } = await presentRisk(caller, modelId, CONDUIT);
  const { kind: elementKind, id: elementId } = CONDUIT;
  const place = { modelId, elementKind, elementId, fingerprint: target.fingerprint };
  accepted(await applyRiskTarget(caller, { ...place, slTarget: derived.vector, rationale: "As rated" }));
  expect(await targetOf(caller, modelId, CONDUIT)).toMatchObject({
    slTarget: derived.vector,
    slTargetRationale: "As rated",
  });
  const { conduits } = await presentModelTable(caller, modelId, NO_QUERY);
  expect(conduits[0]?.standing?.origin).toBe("assessed");
});

test("nothing follows from an assessment that is not finished, and no target goes without a reason", async () => {
  const { caller, modelId } = await aScene(database());
  accepted(await save(caller, modelId, IMAGING, CONSEQUENCE));
  const vector = vectorOf(() => 3);
  const target = await targetOf(caller, modelId, IMAGING);
  expect(refusedAs(await apply(caller, modelId, target, vector))).toBe("not-rated");
  await rate(caller, modelId, IMAGING);
  const rated = await targetOf(caller, modelId, IMAGING);
  expect(refusedAs(await apply(caller, modelId, rated, vector, " "))).toBe("invalid-input");
  expect(refusedAs(await apply(caller, modelId, rated, { IAC: 5 }))).toBe("invalid-input");
  expect(refusedAs(await apply(caller, modelId, target, vector))).toBe("changed-since-seen");
});

test("two people in two steps do not meet; in the same step the slower chooses", async () => {
  const { caller, modelId } = await aScene(database());
  const colleague = await aColleague(caller, "security-engineer");
  accepted(await save(caller, modelId, IMAGING, CONSEQUENCE));
  const seen = (await targetOf(caller, modelId, IMAGING)).riskAssessment;
  accepted(await save(colleague, modelId, IMAGING, THREATS, partToken(seen, "threats")));
  const mine = { ...CONSEQUENCE, vulnerabilities: "Old consoles" };
  accepted(await save(caller, modelId, IMAGING, mine, partToken(seen, "consequence")));
  const both = (await targetOf(caller, modelId, IMAGING)).riskAssessment;
  expect(both?.vulnerabilities).toBe("Old consoles");
  expect(both?.threats).toHaveLength(2);

  const theirs = { ...CONSEQUENCE, vulnerabilities: "Shared passwords" };
  const disputed = await save(colleague, modelId, IMAGING, theirs, partToken(seen, "consequence"));
  expect(disputed).toEqual({
    ok: false,
    refusal: { code: "part-changed", token: partToken(both, "consequence") },
  });
  expect((await targetOf(caller, modelId, IMAGING)).riskAssessment?.vulnerabilities).toBe("Old consoles");
  accepted(await save(colleague, modelId, IMAGING, theirs, partToken(both, "consequence")));
  expect((await targetOf(caller, modelId, IMAGING)).riskAssessment?.vulnerabilities).toBe("Shared passwords");
});

test("saving the same again writes nothing, whatever was seen", async () => {
  const { caller, modelId } = await aScene(database());
  accepted(await save(caller, modelId, IMAGING, CONSEQUENCE));
  const { draftVersion } = await draftOf(caller, modelId);
  accepted(await save(caller, modelId, IMAGING, CONSEQUENCE, "another"));
  expect((await draftOf(caller, modelId)).draftVersion).toBe(draftVersion);
});

test("an edit of something else in between is put together with the step", async () => {
  const { caller, modelId } = await aScene(database());
  const colleague = await aColleague(caller, "security-engineer");
  const saving = save(caller, modelId, IMAGING, CONSEQUENCE);
  const { draftVersion } = await draftOf(colleague, modelId);
  const renamed = await edit(colleague, modelId, draftVersion, renaming("archive", "Archive"));
  accepted(await saving);
  expect(renamed.ok || renamed.refusal.code === "stale-version").toBe(true);
  expect((await targetOf(caller, modelId, IMAGING)).riskAssessment?.consequence).toEqual(
    CONSEQUENCE.consequence,
  );
});

test("unticking a threat removes its ratings, one that stays keeps them", async () => {
  const { caller, modelId } = await aScene(database());
  const [, robot] = await rate(caller, modelId, IMAGING);
  const { riskAssessment } = await targetOf(caller, modelId, IMAGING);
  const change = {
    part: "threats",
    offered: ["lost-device"],
    own: [{ id: robot, name: "Cleaning robot", foundationalRequirements: ["IAC"] }],
  };
  accepted(await save(caller, modelId, IMAGING, change, partToken(riskAssessment, "threats")));
  const threats = (await targetOf(caller, modelId, IMAGING)).riskAssessment?.threats;
  expect(threats?.map(({ id, likelihood }) => [id, likelihood])).toEqual([
    ["lost-device", null],
    [robot, 3],
  ]);
});

test("wrong ratings, unknown requirements and deceptive words are refused with the field", async () => {
  const { caller, modelId } = await aScene(database());
  const fieldsOf = async (change: object) => {
    const outcome = await save(caller, modelId, IMAGING, change);
    if (outcome.ok || outcome.refusal.code !== "invalid-input") throw new Error("this should be invalid");
    return Object.keys(outcome.refusal.fields);
  };
  const six = { ...CONSEQUENCE, consequence: { ...CONSEQUENCE.consequence, data: 6 } };
  expect(await fieldsOf(six)).toEqual(["change.consequence.data"]);
  expect(await fieldsOf({ ...CONSEQUENCE, vulnerabilities: "\u202E" })).toEqual(["change.vulnerabilities"]);
  expect(await fieldsOf({ ...CONSEQUENCE, tolerableRisk: 26 })).toEqual(["change.tolerableRisk"]);
  const own = [{ id: "", name: "", foundationalRequirements: [] }];
  expect(await fieldsOf({ ...THREATS, own })).toEqual([
    "change.own.0.name",
    "change.own.0.foundationalRequirements",
  ]);
});

test("with what exists, likelihood and harm are rated again, with what that rests on", async () => {
  const { caller, modelId } = await aScene(database());
  const [media = "", robot = ""] = await rate(caller, modelId, IMAGING);
  const { riskAssessment: rated } = await targetOf(caller, modelId, IMAGING);
  const ratings = {
    [media]: { residualLikelihood: 2, residualConsequence: 2, residualReason: "Media are scanned" },
    [robot]: { residualLikelihood: null, residualConsequence: null, residualReason: "" },
  };
  const token = partToken(rated, "residual");
  accepted(await save(caller, modelId, IMAGING, { part: "residual", ratings }, token));
  const { residual, assessment } = await presentRisk(caller, modelId, IMAGING);
  expect(residual.threats.map(({ residualRisk, isTolerable }) => [residualRisk, isTolerable])).toEqual([
    [4, true],
    [null, null],
  ]);
  expect(assessment.threats.map(({ residualReason }) => residualReason)).toEqual([
    "Media are scanned",
    undefined,
  ]);
});

test("another matrix since: the page shows both vectors, and taking it over changes nothing else", async () => {
  const { caller, modelId, lead } = await aScene(database());
  await rate(caller, modelId, IMAGING);
  const { matrix } = await presentRisk(caller, modelId, IMAGING);
  accepted(
    await setRiskMatrix(lead, { matrix: { ...matrix, tolerableRisk: 10 }, reason: "Board", version: 0 }),
  );
  const page = await presentRisk(caller, modelId, IMAGING);
  expect(page.earlier?.version).toBe(0);
  expect(page.earlier?.vector && toNotation(page.earlier.vector)).toBe("{3 3 3 0 3 0 0}");
  expect(toNotation(page.derived.vector)).toBe("{1 1 1 0 1 0 0}");
  const { fingerprint } = page.target;
  accepted(await rebaseRiskAssessment(caller, { modelId, element: IMAGING, fingerprint }));
  const after = await presentRisk(caller, modelId, IMAGING);
  expect(after.earlier).toBeNull();
  expect(after.assessment).toEqual({ ...page.assessment, matrixVersion: 1 });
  expect(refusedAs(await rebaseRiskAssessment(caller, { modelId, element: IMAGING, fingerprint }))).toBe(
    "changed-since-seen",
  );
});

test("an assessment can be given up; the target stays", async () => {
  const { caller, modelId } = await aScene(database());
  await rate(caller, modelId, IMAGING);
  const { fingerprint, slTarget } = await targetOf(caller, modelId, IMAGING);
  accepted(await discardRiskAssessment(caller, { modelId, element: IMAGING, fingerprint }));
  expect(await targetOf(caller, modelId, IMAGING)).toMatchObject({ riskAssessment: null, slTarget });
});

test("only those who draw fill in, everybody of the hospital reads, nobody else does", async () => {
  const { caller, modelId } = await aScene(database());
  const auditor = await aColleague(caller, "auditor");
  await expect(save(auditor, modelId, IMAGING, CONSEQUENCE)).rejects.toMatchObject({ code: "forbidden" });
  expect((await presentRisk(auditor, modelId, IMAGING)).mayEdit).toBe(false);
  const stranger = await aHospitalCaller(database(), "security-engineer");
  await expect(presentRisk(stranger, modelId, IMAGING)).rejects.toMatchObject({ code: "not-found" });
  await expect(save(stranger, modelId, IMAGING, CONSEQUENCE)).rejects.toMatchObject({ code: "not-found" });
  const gone = { kind: "zone" as const, id: "gone" };
  await expect(save(caller, modelId, gone, CONSEQUENCE)).rejects.toMatchObject({ code: "not-found" });
  await expect(presentRisk(caller, modelId, { kind: "conduit", id: "imaging" })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a draft that waits for approval is not assessed", async () => {
  const { caller, modelId } = await aScene(database());
  accepted(await submitRevision(caller, { modelId, version: 1 }));
  expect(refusedAs(await save(caller, modelId, IMAGING, CONSEQUENCE))).toBe("model-is-submitted");
  expect((await presentRisk(caller, modelId, IMAGING)).mayEdit).toBe(false);
});

test("every step has a token of its own", async () => {
  const { caller, modelId } = await aScene(database());
  const { tokens } = await presentRisk(caller, modelId, IMAGING);
  expect(Object.keys(tokens)).toEqual([...RISK_PARTS]);
  expect(new Set(Object.values(tokens))).toEqual(new Set([""]));
  await rate(caller, modelId, IMAGING);
  const filled = await presentRisk(caller, modelId, IMAGING);
  expect(new Set(Object.values(filled.tokens)).size).toBe(4);
});
