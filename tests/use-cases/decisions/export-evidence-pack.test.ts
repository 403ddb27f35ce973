import { expect, test } from "vitest";
import { hashOfEntry } from "~/domain/audit/entry-hash";
import { presentEvidencePack } from "~/presenters/present-evidence-pack.server";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { exportEvidencePack } from "~/use-cases/decisions/export-evidence-pack.server";
import { MOST_A_MINUTE } from "~/use-cases/export-limit.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listConditions } from "~db/repositories/decisions";
import { aDatabase } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { PORTAL_KEY } from "../../builders/portal-key";
import { aScene, colleague, decideOn, ONE_CONDITION } from "./scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });

test("everybody of the hospital takes the proof along, and the log says who took it of what", async () => {
  const scene = await aScene(database());
  const decisionId = await decideOn(scene);
  for (const role of ["administrator", "security-engineer", "security-lead", "auditor"] as const) {
    const caller = await colleague(scene.officer, role);
    accepted(await exportEvidencePack(caller, { decisionId }));
    const { organisationId, personId } = caller.actor;
    const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
    const pack = await presentEvidencePack(caller, decisionId);
    expect(entry).toMatchObject({
      ...{ action: "decision.export", subjectId: decisionId, personId },
      details: { fingerprint: pack.decision.fingerprint },
    });
  }
});

test("a decision of another hospital is not there, and a supplier may not ask", async () => {
  const scene = await aScene(database());
  const decisionId = await decideOn(scene);
  const other = await aScene(database());
  await expect(exportEvidencePack(other.officer, { decisionId })).rejects.toThrow(notFound);
  await expect(presentEvidencePack(other.officer, decisionId)).rejects.toThrow(notFound);
  const forbidden = expect.objectContaining({ code: "forbidden" });
  await expect(exportEvidencePack(scene.supplier, { decisionId })).rejects.toThrow(forbidden);
  await expect(presentEvidencePack(scene.supplier, decisionId)).rejects.toThrow(forbidden);
  expect(refusalOf(await exportEvidencePack(scene.officer, { decisionId: 1 }))).toMatchObject({
    code: "invalid-input",
  });
});

test("it holds what was frozen, the supplier's seal, and each entry of the log with what its hash rests on", async () => {
  const scene = await aScene(database());
  const decisionId = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  const { organisationId } = scene.officer.actor;
  const [condition] = await listConditions(database().read, organisationId, [decisionId]);
  const done = { decisionId, conditionId: condition?.id ?? "", note: "Ticket 4711" };
  accepted(await completeCondition(scene.officer, done));
  const pack = await presentEvidencePack(scene.officer, decisionId);
  expect(pack.frozen.fingerprint).toBe(pack.decision.fingerprint);
  expect(JSON.parse(pack.seal?.statement ?? "{}")).toMatchObject({ seal: { keyId: PORTAL_KEY.keyId } });
  expect(pack.audit.map(({ action }) => action)).toEqual(["decision.record", "condition.complete"]);
  for (const { hash, previous, ...entry } of pack.audit) expect(hashOfEntry(entry, previous)).toBe(hash);
});

test("no more than a minute's worth of packs is taken by one person", async () => {
  const scene = await aScene(database());
  const decisionId = await decideOn(scene);
  for (let taken = 0; taken < MOST_A_MINUTE; taken += 1)
    accepted(await exportEvidencePack(scene.officer, { decisionId }));
  await expect(exportEvidencePack(scene.officer, { decisionId })).rejects.toThrow(
    expect.objectContaining({ code: "too-many-requests" }),
  );
});
