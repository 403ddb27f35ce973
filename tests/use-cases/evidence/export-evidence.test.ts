import { expect, test } from "vitest";
import { hashOfEntry } from "~/domain/audit/entry-hash";
import type { EvidenceScope } from "~/domain/audit/evidence-scope";
import { MOST_IN_PACK } from "~/domain/audit/evidence-scope";
import { presentEvidenceOfScope } from "~/presenters/present-evidence-of-scope.server";
import { presentEvidencePacks } from "~/presenters/present-evidence-packs.server";
import { exportEvidence } from "~/use-cases/evidence/export-evidence.server";
import { revokeException } from "~/use-cases/exceptions/revoke-exception.server";
import { MOST_A_MINUTE } from "~/use-cases/export-limit.server";
import { listAuditEntries } from "~db/repositories/audit";
import { countEvidence } from "~db/repositories/evidence";
import { auditEntries } from "~db/schema";
import { aDatabase } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aScene, colleague, daysLater, decideOn, ONE_CONDITION } from "../decisions/scene";
import { aLackingProduct, granted } from "../exceptions/ground";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const THE_DAY = { kind: "period", from: "2026-11-21", to: "2026-11-21" } as const;
const NOTHING = { kind: null, zone: null, supplier: null, from: null, to: null };

/** A decision of each hospital about the same supplier's product, and the three scopes of the first. */
async function aHospitalWithNeighbour() {
  const scene = await aScene(database());
  const decisionId = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  const other = await aScene(database());
  const theirs = await decideOn({ ...other, declarationId: scene.declarationId });
  const auditor = await colleague(scene.officer, "auditor");
  const { modelId, zoneId } = scene;
  const scopes: ReadonlyArray<EvidenceScope> = [
    { kind: "zone", modelId, zoneId },
    { kind: "supplier", supplierId: scene.supplier.actor.organisationId },
    THE_DAY,
  ];
  return { scene, other, decisionId, theirs, auditor, scopes };
}

test("those who read the audit trail take evidence along, and the log says who took what of which kind", async () => {
  const { scene, scopes } = await aHospitalWithNeighbour();
  for (const role of ["administrator", "security-lead", "auditor"] as const) {
    const caller = await colleague(scene.officer, role);
    for (const scope of scopes) {
      accepted(await exportEvidence(caller, { scope }));
      const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
      expect(entry).toMatchObject({
        action: "evidence-pack.export",
        personId: caller.actor.personId,
        details: scope,
      });
    }
  }
  for (const caller of [scene.officer, scene.engineer, scene.supplier])
    for (const scope of scopes) {
      await expect(exportEvidence(caller, { scope })).rejects.toThrow(forbidden);
      await expect(presentEvidenceOfScope(caller, scope)).rejects.toThrow(forbidden);
      await expect(presentEvidencePacks(caller, NOTHING)).rejects.toThrow(forbidden);
    }
});

test("a pack holds what this hospital decided and nothing of another one", async () => {
  const { scene, other, decisionId, theirs, auditor, scopes } = await aHospitalWithNeighbour();
  for (const scope of scopes) {
    const evidence = await presentEvidenceOfScope(auditor, scope);
    expect(evidence.decisions.map(({ id }) => id)).toEqual([decisionId]);
    expect(evidence.terms.conditions.get(decisionId)).toHaveLength(1);
    expect(evidence.trail.entries.map(({ action }) => action)).toContain("decision.record");
    const text = JSON.stringify({ ...evidence, terms: [...evidence.terms.conditions] });
    expect(text).not.toContain(theirs);
    expect(text).not.toContain(other.officer.actor.organisationId);
    for (const { organisationId } of evidence.trail.entries)
      expect(organisationId).toBe(scene.officer.actor.organisationId);
    for (const { hash, previous, ...entry } of evidence.trail.entries)
      expect(hashOfEntry(entry, previous)).toBe(hash);
  }
});

test("a zone of another hospital and a supplier that does not exist are not there", async () => {
  const { other, auditor } = await aHospitalWithNeighbour();
  const scopes: ReadonlyArray<EvidenceScope> = [
    { kind: "zone", modelId: other.modelId, zoneId: other.zoneId },
    { kind: "supplier", supplierId: other.officer.actor.organisationId },
  ];
  for (const scope of scopes) {
    await expect(exportEvidence(auditor, { scope })).rejects.toThrow(notFound);
    await expect(presentEvidenceOfScope(auditor, scope)).rejects.toThrow(notFound);
  }
  const zone = `${other.modelId}/${other.zoneId}`;
  const page = await presentEvidencePacks(auditor, { ...NOTHING, kind: "zone", zone });
  expect(page.chosen).toEqual({ state: "gone" });
  expect(JSON.stringify(page.models)).not.toContain(other.modelId);
});

test("of a period only what happened in it is there, and a day before it is not", async () => {
  const ground = await aLackingProduct(database());
  const exceptionId = await granted(ground);
  const decisionId = await decideOn(ground, { kind: "reject", reason: "It lacks too much" });
  const later = daysLater(ground.lead, 10);
  accepted(await revokeException(later, { exceptionId, note: "The port was opened again" }));
  const auditor = await colleague(ground.officer, "auditor");
  const onThe = (from: string, to = from) => presentEvidenceOfScope(auditor, { kind: "period", from, to });
  const first = await onThe("2026-11-21");
  expect(first.decisions.map(({ id }) => id)).toEqual([decisionId]);
  expect(first.exceptions[0]?.lineage[0]?.steps.map(({ step }) => step)).toEqual(["requested", "granted"]);
  const second = await onThe("2026-12-01");
  expect(second.decisions).toEqual([]);
  expect(second.exceptions[0]?.lineage[0]?.steps.map(({ step }) => step)).toEqual(["revoked"]);
  expect(second.trail.entries.map(({ action }) => action)).toContain("exception.revoke");
  expect(second.trail.entries.map(({ action }) => action)).not.toContain("decision.record");
  const before = await onThe("2026-11-01", "2026-11-20");
  expect({ ...before.trail, ...before }).toMatchObject({ decisions: [], exceptions: [], entries: [] });
});

test("a zone brings its approved target, what it demands with origins, measures, and its exceptions", async () => {
  const ground = await aLackingProduct(database());
  const exceptionId = await granted(ground);
  const { modelId, zoneId } = ground;
  const auditor = await colleague(ground.officer, "auditor");
  const evidence = await presentEvidenceOfScope(auditor, { kind: "zone", modelId, zoneId });
  if (evidence.part.kind !== "zone") throw new Error("this is a zone");
  const { zone, revision, profile, policy, measures } = evidence.part.of;
  expect({ zone, revision }).toMatchObject({
    zone: { id: zoneId, slTarget: { IAC: 1 } },
    revision: { number: 1 },
  });
  expect(profile?.slTarget).toEqual(zone.slTarget);
  expect(policy.length).toBeGreaterThan(0);
  expect(measures.length).toBeGreaterThan(0);
  expect(evidence.exceptions.map(({ id }) => id)).toEqual([exceptionId]);
  const elsewhere = await presentEvidenceOfScope(auditor, { kind: "zone", modelId, zoneId: "archive" });
  expect({ ...elsewhere }).toMatchObject({ decisions: [], exceptions: [] });
});

test("a supplier brings what it shares with this hospital", async () => {
  const { scene, auditor } = await aHospitalWithNeighbour();
  const { organisationId: supplierId } = scene.supplier.actor;
  const evidence = await presentEvidenceOfScope(auditor, { kind: "supplier", supplierId });
  if (evidence.part.kind !== "supplier") throw new Error("this is a supplier");
  expect(evidence.part.of.declarations.map(({ declarationId }) => declarationId)).toEqual([
    scene.declarationId,
  ]);
});

test("a period the wrong way round, one that is too long and no day at all are refused by the field", async () => {
  const { auditor } = await aHospitalWithNeighbour();
  const cases = [
    [{ from: "2026-11-22", to: "2026-11-21" }, { "scope.to": ["period-reversed"] }],
    [{ from: "2025-01-01", to: "2026-01-02" }, { "scope.to": ["period-too-long"] }],
    [{ from: "2026-02-30", to: "2026-03-01" }, { "scope.from": ["invalid-date"] }],
  ] as const;
  for (const [days, fields] of cases) {
    const refusal = refusalOf(await exportEvidence(auditor, { scope: { kind: "period", ...days } }));
    expect(refusal).toEqual({ code: "invalid-input", fields });
    const page = await presentEvidencePacks(auditor, { ...NOTHING, kind: "period", ...days });
    expect(page.chosen.state).toBe("invalid");
  }
  const year = { kind: "period", from: "2026-01-01", to: "2027-01-01" };
  accepted(await exportEvidence(auditor, { scope: year }));
});

test("an empty period says so, and one with too much is refused with what there is too much of", async () => {
  const { auditor } = await aHospitalWithNeighbour();
  const empty = { ...NOTHING, kind: "period", from: "2020-01-01", to: "2020-12-31" };
  expect((await presentEvidencePacks(auditor, empty)).chosen).toMatchObject({
    state: "ready",
    isEmpty: true,
  });
  const { organisationId } = auditor.actor;
  const rows = Array.from({ length: MOST_IN_PACK.entries + 1 }, (_, place) => ({
    ...{ sequence: 1_000_000 + place, at: new Date("2024-05-05T12:00:00.000Z"), action: "model.edit" },
    ...{ personId: null, organisationId, subjectId: "m", details: {}, hash: "0".repeat(64) },
  }));
  for (let at = 0; at < rows.length; at += 1000)
    await database().transaction((db) => db.insert(auditEntries).values(rows.slice(at, at + 1000)));
  const full = { kind: "period", from: "2024-05-05", to: "2024-05-05" } as const;
  expect(refusalOf(await exportEvidence(auditor, { scope: full }))).toEqual({
    code: "too-large",
    of: "entries",
  });
  const page = await presentEvidencePacks(auditor, { ...NOTHING, ...full });
  expect(page.chosen).toMatchObject({ state: "ready", tooMuchOf: "entries" });
  expect(await countEvidence(database().read, organisationId, full)).toMatchObject({ entries: rows.length });
});

test("no more than a minute's worth of packs is taken by one person, and the page lists the last ones", async () => {
  const { auditor, decisionId } = await aHospitalWithNeighbour();
  for (let taken = 0; taken < MOST_A_MINUTE; taken += 1)
    accepted(await exportEvidence(auditor, { scope: THE_DAY }));
  await expect(exportEvidence(auditor, { scope: THE_DAY })).rejects.toThrow(
    expect.objectContaining({ code: "too-many-requests" }),
  );
  const { exports } = await presentEvidencePacks(auditor, NOTHING);
  expect(exports[0]?.about).toEqual({ kind: "period", name: "2026-11-21 – 2026-11-21" });
  expect(decisionId).not.toBe("");
});
