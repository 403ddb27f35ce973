import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readStages, STAGES_TYPE, type Stage } from "~/components/download/download-stages";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { readPublicKey } from "~/formats/cordon-json/sealed-file";
import { faultsOfPack } from "~/formats/evidence-pack/faults";
import { PACK_FILES } from "~/formats/evidence-pack/manifest";
import { readPack } from "~/formats/evidence-pack/read";
import { verifyEd25519 } from "~/intake/verify-signature";
import { paths } from "~/paths";
import { hashPassword } from "~/use-cases/accounts/password.server";
import type { Caller } from "~/use-cases/use-case.server";
import { saveMember } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { accepted } from "../builders/declaration";
import { aPortal, PASSWORD, postForm, signedIn } from "../builders/portal";
import { readPdf } from "../reports/read-pdf";
import { aScene, decideOn, ONE_CONDITION } from "../use-cases/decisions/scene";

const portal = aPortal();

/** A decision, and somebody of its hospital who is signed in. */
async function aDecision() {
  const scene = await aScene(portal().database);
  const decisionId = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  return { scene, decisionId };
}

/** An auditor of that hospital, signed in through the form. */
async function anAuditorOf({ actor }: Caller) {
  const email = `${randomUUID()}@example.test`;
  const person = {
    id: randomUUID(),
    email,
    name: "An auditor",
    createdAt: new Date("2026-11-01T00:00:00.000Z"),
  };
  const passwordHash = await hashPassword(PASSWORD);
  await portal().database.transaction(async (db) => {
    await saveNewPerson(db, { ...person, passwordHash });
    const member = { personId: person.id, roles: ["auditor" as const], state: "active" as const };
    await saveMember(db, actor.organisationId, { ...member, createdAt: person.createdAt });
  });
  const answer = await postForm(portal(), paths.signIn(), { email, password: PASSWORD });
  return { cookie: answer.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
}

test("an auditor takes the pack along, and the key that anybody reads shows that it holds", async () => {
  const { scene, decisionId } = await aDecision();
  const { cookie } = await anAuditorOf(scene.officer);
  const answer = await portal().request(paths.evidencePack(decisionId), { cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("application/zip");
  expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[\w.-]+-evidence\.zip"/);
  const pack = accepted(readPack(new Uint8Array(await answer.arrayBuffer())));
  const trustedKey = accepted(readPublicKey(await (await portal().request(paths.portalKeyFile())).text()));
  const versions = { ruleSetVersion: RULE_SET_VERSION, catalogueVersion: "another" };
  const findings = faultsOfPack(pack, { verify: verifyEd25519, trustedKey, versions });
  expect(findings).toMatchObject({ faults: [], seals: 1, judged: [{ replay: { state: "agrees" } }] });
  expect(findings.audit.entries).toBeGreaterThan(0);
  const pdf = readPdf(pack.files.get(PACK_FILES.document) ?? new Uint8Array());
  const text = pdf.pages.join("\n");
  for (const part of ["Approve with conditions", ONE_CONDITION["0"].text, "How to check this"])
    expect(text).toContain(part);
  expect(new TextDecoder().decode(pack.files.get(PACK_FILES.readMe))).toContain(decisionId);
});

test("a script is told how far it is; another hospital and a supplier get nothing", async () => {
  const { scene, decisionId } = await aDecision();
  const path = paths.evidencePack(decisionId);
  const auditor = await anAuditorOf(scene.officer);
  const answer = await portal().request(path, { ...auditor, headers: { Accept: STAGES_TYPE } });
  const stages: Array<Stage> = [];
  if (!answer.body) throw new Error("the answer has a body");
  const { name, blob } = await readStages(answer.body, (stage) => stages.push(stage));
  expect(name).toMatch(/-evidence\.zip$/);
  expect(readPack(new Uint8Array(await blob.arrayBuffer())).ok).toBe(true);
  expect(stages.some((stage) => "done" in stage)).toBe(true);
  expect((await portal().request(path, await signedIn(portal(), "hospital", "auditor"))).status).toBe(404);
  expect((await portal().request(path, await signedIn(portal(), "supplier", "signatory"))).status).toBe(403);
  expect((await portal().request(path)).status).toBe(302);
  const page = await (await portal().request(paths.decision(decisionId), auditor)).text();
  expect(page).toContain(path);
});
