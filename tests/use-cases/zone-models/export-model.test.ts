import { expect, test } from "vitest";
import { parseDelimited } from "~/formats/delimited/parse";
import { presentModelFile } from "~/presenters/present-model-export.server";
import { exportWords } from "~/routes/hospital.models.$modelId.export.$file/words";
import { MOST_A_MINUTE } from "~/use-cases/export-limit.server";
import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { DOCUMENT_FILES, exportModel, MODEL_FILES } from "~/use-cases/zone-models/export-model.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { listAuditEntries } from "~db/repositories/audit";
import { aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { aConduit, aZone } from "../../builders/zone-model";
import { aColleague, accepted, aDrawnModel, auditOf, edit, refusedAs } from "./models";

const database = aDatabase();
const words = exportWords("en");

async function latestEntry({ actor }: Caller) {
  const [entry] = await listAuditEntries(database().read, actor.organisationId, { limit: 1 });
  return entry;
}

test("every file of the draft leaves an entry: who, which file, which version", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const auditor = await aColleague(caller, "auditor");
  for (const file of [...MODEL_FILES, ...DOCUMENT_FILES]) {
    accepted(await exportModel(auditor, { modelId, file, revision: null }));
    expect(await latestEntry(caller)).toMatchObject({
      action: "model.export",
      personId: auditor.actor.personId,
      subjectId: modelId,
      details: { file, version: 1 },
    });
  }
});

test("an export of a revision names the revision; one that does not exist leaves nothing", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const lead = await aColleague(caller, "security-lead");
  const submitted = accepted(await submitRevision(caller, { modelId, version: 1, note: "First" }));
  accepted(await approveRevision(lead, { modelId, fingerprint: submitted.fingerprint }));
  accepted(await exportModel(caller, { modelId, file: "model.json", revision: 1 }));
  expect((await latestEntry(caller))?.details).toEqual({ file: "model.json", revision: 1 });
  const before = await auditOf(caller);
  await expect(exportModel(caller, { modelId, file: "model.json", revision: 2 })).rejects.toMatchObject({
    code: "not-found",
  });
  for (const input of [
    { modelId, file: "model.exe", revision: null },
    { modelId, file: "model.json", revision: Number.NaN },
    { modelId, file: "model.json", revision: 9_999_999_999 },
    { modelId, file: "model.json" },
  ])
    expect(refusedAs(await exportModel(caller, input))).toBe("invalid-input");
  expect(await auditOf(caller)).toEqual(before);
});

test("suppliers may not, another hospital finds nothing, and neither leaves an entry", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const before = await auditOf(caller);
  const asked = { modelId, file: "zone-report.pdf", revision: null };
  const supplier = await aSupplierCaller(database(), "administrator");
  await expect(exportModel(supplier, asked)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await aHospitalCaller(database(), "security-engineer", "security-lead");
  await expect(exportModel(stranger, asked)).rejects.toMatchObject({ code: "not-found" });
  expect(await auditOf(caller)).toEqual(before);
  expect(await auditOf(stranger)).toEqual([]);
});

test("one person takes so many files in a minute and no more; others and the next minute are free", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const colleague = await aColleague(caller, "procurement-officer");
  const asked = { modelId, file: "drawing.svg", revision: null };
  for (let taken = 0; taken < MOST_A_MINUTE; taken += 1) accepted(await exportModel(caller, asked));
  await expect(exportModel(caller, asked)).rejects.toMatchObject({ code: "too-many-requests" });
  for (let taken = 0; taken < MOST_A_MINUTE; taken += 1) accepted(await exportModel(colleague, asked));
  await expect(exportModel(caller, asked)).rejects.toMatchObject({ code: "too-many-requests" });
  accepted(await exportModel({ ...caller, now: new Date(NOW.getTime() + 60_001) }, asked));
});

test("the firewall schedule lists what is waived as waived, and as open again once the waiver has ended", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const waiver = {
    id: "w1",
    ruleId: "conduit-has-channels",
    element: { kind: "conduit" as const, id: "imaging-archive" },
    reason: "=Cable is laid in June",
    expiresOn: "2026-12-31",
  };
  accepted(
    await edit(
      caller,
      modelId,
      1,
      { type: "add-zone", zone: aZone({ id: "archive" }), place: null },
      { type: "add-conduit", conduit: aConduit({ channels: [] }) },
      { type: "add-conduit", conduit: aConduit({ id: "second", channels: [] }) },
      { type: "add-waiver", waiver },
    ),
  );
  const columnsOn = async (day: string) => {
    const now = new Date(`${day}T10:00:00.000Z`);
    const file = { file: "firewall-schedule.csv", revision: null };
    const { body } = await presentModelFile({ ...caller, now }, modelId, file, words);
    const table = parseDelimited(String(body));
    if (!table.ok) throw new Error(table.refusal.code);
    const [head, ...rows] = table.value.rows.map(({ cells }) => cells);
    const [open, waived] = ["Findings", "Waived findings"].map((name) => head?.indexOf(name) ?? -1);
    return rows.map((cells) => [cells[open ?? -1], cells[waived ?? -1]]);
  };
  const finding = "no channels";
  const [first, second] = await columnsOn("2026-12-31");
  expect(first?.[0]).not.toContain(finding);
  expect(first?.[1]).toMatch(/Waived until 31 Dec 2026: =Cable is laid in June$/);
  expect(second?.[0]).toContain(finding);
  expect(second?.[1]).toBe("");
  const [later] = await columnsOn("2027-01-01");
  expect(later?.[0]).toContain(finding);
  expect(later?.[1]).toBe("");
});
