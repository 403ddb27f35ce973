import { expect, test } from "vitest";
import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import { fieldsOfMatrix } from "~/components/risk/matrix-form";
import { fieldsOfPart } from "~/components/risk/risk-form";
import { fingerprintOfTarget } from "~/domain/risk/target-record";
import { paths } from "~/paths";
import { hashPassword } from "~/use-cases/accounts/password.server";
import { saveMember } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { findLatestRiskMatrix } from "~db/repositories/risk-matrices";
import { findZoneModel, listZoneModels } from "~db/repositories/zone-models";
import { aPortal, PASSWORD, postForm, signedIn } from "../builders/portal";

const portal = aPortal();

/** An engineer with the hospital template, the imaging zone of it, and a way to look at the draft. */
async function aScene() {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const made = await postForm(
    portal(),
    paths.newModel(),
    { siteName: "Campus", name: "Building B", start: "whole-hospital" },
    engineer,
  );
  expect(made.status).toBe(303);
  const { read } = portal().database;
  const [summary] = await listZoneModels(read, engineer.organisationId);
  const modelId = summary?.id ?? "";
  const zone = async () => {
    const model = await findZoneModel(read, engineer.organisationId, modelId);
    const found = model?.draft.zones.find(({ referenceType }) => referenceType === "imaging");
    if (!found) throw new Error("the template has an imaging zone");
    return found;
  };
  const { id } = await zone();
  return { engineer, modelId, zoneId: id, zone, path: paths.elementRisk(modelId, { kind: "zone", id }) };
}

/** Another person of the same hospital, signed in. */
async function aLead(organisationId: string) {
  const personId = crypto.randomUUID();
  const email = `${personId}@example.test`;
  const createdAt = new Date("2026-11-01T00:00:00.000Z");
  const passwordHash = await hashPassword(PASSWORD);
  await portal().database.transaction(async (db) => {
    await saveNewPerson(db, { id: personId, email, name: "Lea Lead", passwordHash, createdAt });
    await saveMember(db, organisationId, { personId, roles: ["security-lead"], state: "active", createdAt });
  });
  const answer = await postForm(portal(), paths.signIn(), { email, password: PASSWORD });
  return { cookie: answer.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
}

const CONSEQUENCE = {
  form: "consequence",
  part: "consequence",
  token: "",
  intent: "continue",
  "consequence.patientSafety": "4",
  "consequence.careContinuity": "4",
  "consequence.data": "2",
  consequenceReason: "Emergency intake closes",
  vulnerabilities: "",
  tolerableRisk: "",
};

test("without a script the steps lead from consequence to an accepted target", async () => {
  const { engineer, modelId, zoneId, zone, path } = await aScene();
  const get = async (step: string, who: { cookie: string } = engineer) =>
    (await portal().request(paths.elementRisk(modelId, { kind: "zone", id: zoneId }, { step }), who)).text();
  const tokenOf = (html: string) => /name="token" value="([^"]*)"/.exec(html)?.[1] ?? "missing";
  const post = (values: Record<string, string>, who: { cookie: string } = engineer) =>
    postForm(portal(), path, values, who);
  // The page of a refusal is the step that was posted from.
  const postTarget = (values: Record<string, string>, who: { cookie: string } = engineer) =>
    postForm(
      portal(),
      paths.elementRisk(modelId, { kind: "zone", id: zoneId }, { step: "target" }),
      values,
      who,
    );

  const first = await post(CONSEQUENCE);
  expect([first.status, first.headers.get("Location")]).toEqual([
    303,
    paths.elementRisk(modelId, { kind: "zone", id: zoneId }, { step: "threats" }),
  ]);
  const threats = {
    form: "threats",
    part: "threats",
    token: tokenOf(await get("threats")),
    offered: "portable-media",
  };
  const added = { ...threats, intent: "stay", "new.name": "Cleaning robot", "new.fr": "RDF" };
  const second = await post(added);
  expect(second.headers.get("Location")).toBe(
    paths.elementRisk(modelId, { kind: "zone", id: zoneId }, { step: "threats" }),
  );
  const ids = (await zone()).riskAssessment?.threats.map(({ id }) => id) ?? [];
  expect(ids).toHaveLength(2);

  const rated = new URLSearchParams({ form: "likelihood", part: "likelihood", intent: "continue" });
  rated.set("token", tokenOf(await get("likelihood")));
  for (const id of ids) {
    rated.append("rated", id);
    rated.set(`rating.${id}.likelihood`, "4");
  }
  const third = await portal().request(path, {
    method: "POST",
    body: rated.toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    ...engineer,
  });
  expect(third.status).toBe(303);
  const result = await get("result");
  expect(result).toContain("4 × 4 = risk 16, 3.20 times tolerable");
  expect(result).toContain("Verify");

  const levels = { IAC: "2", UC: "2", SI: "2", DC: "2", RDF: "2", TRE: "0", RA: "0" };
  const fingerprint = fingerprintOfTarget(await zone());
  const apply = {
    ...{ form: "apply", fingerprint, rationale: "As rated" },
    ...Object.fromEntries(Object.entries(levels).map(([fr, level]) => [`slTarget.${fr}`, level])),
  };
  expect((await postTarget(apply)).status).toBe(303);
  expect(await zone()).toMatchObject({ slTargetRationale: "As rated", slTarget: { IAC: 2, RA: 0 } });

  const accept = { form: "accept", fingerprint: fingerprintOfTarget(await zone()), note: "" };
  expect((await postTarget(accept)).status).toBe(403);
  const lead = await aLead(engineer.organisationId);
  const wordless = await postTarget(accept, lead);
  expect(wordless.status).toBe(422);
  expect(await wordless.text()).toContain("Please fill this in.");
  expect((await postTarget({ ...accept, note: "Until spring" }, lead)).status).toBe(303);
  const summary = await get("summary");
  expect(summary).toContain("Accepted by Lea Lead on");
  expect(summary).toContain("Until spring");
  const [, acceptanceId = ""] = /accepted=([^"&]+)/.exec(summary) ?? [];
  const change = { ...apply, fingerprint: fingerprintOfTarget(await zone()), rationale: "Otherwise" };
  expect((await postTarget({ ...change, "slTarget.IAC": "1" })).status).toBe(303);
  const element = { kind: "zone", id: zoneId } as const;
  const accepted = paths.elementRisk(modelId, element, { step: "summary", accepted: acceptanceId });
  const then = await (await portal().request(accepted, engineer)).text();
  expect(then).toContain("What was accepted for");
  expect(then).toContain("As rated");
  expect(then).not.toContain("Otherwise");
  expect(then).toContain("Until spring");
  expect((await portal().request(accepted.replace(acceptanceId, "x"), engineer)).status).toBe(404);
  expect(
    (
      await postTarget({
        ...change,
        fingerprint: fingerprintOfTarget(await zone()),
        rationale: "As rated",
        "slTarget.IAC": "2",
      })
    ).status,
  ).toBe(303);
  const table = async () => (await portal().request(paths.modelTable(modelId), engineer)).text();
  expect(await table()).toContain("Accepted by Lea Lead");

  expect(await get("target")).not.toContain("Withdraw my acceptance");
  expect(await get("target", lead)).toContain("Withdraw my acceptance");
  const withdraw = { form: "withdraw", acceptanceId, reason: "" };
  const silent = await postTarget(withdraw, lead);
  expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining('href="#reason"')]);
  expect((await postTarget({ ...withdraw, reason: "The supplier left" })).status).toBe(403);
  expect((await postTarget({ ...withdraw, reason: "The supplier left" }, lead)).status).toBe(303);
  const withdrawn = await get("target");
  expect(withdrawn).toContain("Withdrawn on");
  expect(withdrawn).toContain("Why: The supplier left");
  expect(await table()).not.toContain("Accepted by Lea Lead");
  expect(await (await portal().request(accepted, engineer)).text()).toContain("Why: The supplier left");
});

test("a wrong value is answered beside its field and what was typed stays", async () => {
  const { engineer, zone, path } = await aScene();
  const answer = await postForm(portal(), path, { ...CONSEQUENCE, tolerableRisk: "40" }, engineer);
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('href="#tolerableRisk"');
  expect(html).toContain("This number is too large.");
  expect(html).toContain('value="40"');
  expect(html).toContain("Emergency intake closes");
  expect((await zone()).riskAssessment).toBeNull();
});

test("autosave answers with the next token; the slower of two is told and can save over it", async () => {
  const { engineer, modelId, zoneId, zone } = await aScene();
  const save = async (values: Record<string, string>) => {
    const body = { ...CONSEQUENCE, ...values, elementKind: "zone", elementId: zoneId };
    const answer = await postForm(portal(), paths.riskParts(modelId), body, engineer);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const first = await save({});
  expect(first).toMatchObject({ status: 200, body: { kind: "saved", at: "2026-11-21T10:00:00.000Z" } });
  const second = await save({ vulnerabilities: "Old", token: String(first.body.token) });
  expect(second.status).toBe(200);
  const slower = await save({ vulnerabilities: "Older", token: String(first.body.token) });
  expect(slower).toEqual({ status: 409, body: { kind: "disputed", token: second.body.token } });
  expect((await zone()).riskAssessment?.vulnerabilities).toBe("Old");
  expect((await save({ vulnerabilities: "Older", token: String(slower.body.token) })).status).toBe(200);
  const wrong = await save({ tolerableRisk: "0", token: String(second.body.token) });
  expect(wrong).toMatchObject({
    status: 422,
    body: { kind: "invalid", fields: { tolerableRisk: ["too-small"] } },
  });
  expect((await save({ part: "nothing" })).status).toBe(422);
  const held = (await zone()).riskAssessment;
  expect(held && fieldsOfPart(held, "consequence").vulnerabilities).toEqual(["Older"]);
});

test("the disputed step is shown with both versions where there is no script", async () => {
  const { engineer, path } = await aScene();
  expect((await postForm(portal(), path, CONSEQUENCE, engineer)).status).toBe(303);
  const slower = await postForm(portal(), path, { ...CONSEQUENCE, "consequence.data": "5" }, engineer);
  expect(slower.status).toBe(422);
  const html = await slower.text();
  expect(html).toContain("Somebody else has saved this step while you worked");
  expect(html).toContain("Data: yours 5, theirs 2");
});

test("only zones and conduits of the model have a risk assessment", async () => {
  const { engineer, modelId, zoneId, path } = await aScene();
  for (const wrong of [
    path.replace("/risk/zone/", "/risk/asset/"),
    path.replace("/risk/zone/", "/risk/constructor/"),
    paths.elementRisk(modelId, { kind: "conduit", id: zoneId }),
  ]) {
    expect((await portal().request(wrong, engineer)).status, wrong).toBe(404);
    expect((await postForm(portal(), wrong, CONSEQUENCE, engineer)).status, wrong).toBe(404);
  }
});

test("an auditor reads the document and gets no form; a stranger finds nothing", async () => {
  const { modelId, zoneId, engineer, path } = await aScene();
  await postForm(portal(), path, CONSEQUENCE, engineer);
  const stranger = await signedIn(portal(), "hospital", "security-lead");
  expect((await portal().request(path, stranger)).status).toBe(404);
  expect((await postForm(portal(), path, CONSEQUENCE, stranger)).status).toBe(404);
  const supplier = await signedIn(portal(), "supplier", "signatory");
  expect((await portal().request(path, supplier)).status).toBe(403);
  expect(
    (await postForm(portal(), paths.riskParts(modelId), { elementId: zoneId }, supplier)).status,
  ).toBeGreaterThanOrEqual(400);
});

test("a security lead sets the matrix; a cell that falls is named", async () => {
  const { cookie, organisationId } = await signedIn(portal(), "hospital", "security-lead");
  const form = {
    ...fieldsOfMatrix(DEFAULT_RISK_MATRIX),
    reason: "Board of risk",
    version: "0",
    intent: "save",
  };
  const post = (values: Record<string, string>) =>
    postForm(portal(), paths.riskMatrix(), { ...form, ...values }, { cookie });
  const falling = await post({ "risk.4.4": "3" });
  expect(falling.status).toBe(422);
  const html = await falling.text();
  expect(html).toContain('href="#risk.4.4"');
  expect(html).toContain("This is less risk than in the cell to its left or below it.");
  const preview = await post({ intent: "preview", tolerableRisk: "4" });
  expect(preview.status).toBe(200);
  expect(await preview.text()).toContain("No risk assessment is finished, so nothing would change.");
  expect(await findLatestRiskMatrix(portal().database.read, organisationId)).toBeUndefined();
  expect((await post({ tolerableRisk: "4" })).status).toBe(303);
  expect((await findLatestRiskMatrix(portal().database.read, organisationId))?.matrix.tolerableRisk).toBe(4);
  const stale = await post({ tolerableRisk: "3" });
  expect(stale.status).toBe(422);
  expect(await stale.text()).toContain("Tolerable risk: yours 3, theirs 4");
  const reset = await post({ intent: "reset", version: "1" });
  expect(await reset.text()).toMatch(/name="tolerableRisk"[^>]*value="5"/);
});

test("whoever does not lead reads the matrix and cannot set it", async () => {
  const auditor = await signedIn(portal(), "hospital", "auditor");
  const html = await (await portal().request(paths.riskMatrix(), auditor)).text();
  expect(html).toContain("A security lead sets the matrix.");
  expect(html).not.toContain('name="risk.');
  const form = { ...fieldsOfMatrix(DEFAULT_RISK_MATRIX), tolerableRisk: "9", reason: "x", version: "0" };
  expect((await postForm(portal(), paths.riskMatrix(), form, auditor)).status).toBe(403);
});
