import { expect, test } from "vitest";
import { presentNewRequest } from "~/presenters/present-new-request.server";
import { presentRequestTemplates } from "~/presenters/present-request-templates.server";
import { removeAbandonedFiles } from "~/use-cases/files/remove-abandoned-files.server";
import { deleteTemplate } from "~/use-cases/request-templates/delete-request-template.server";
import { renameTemplate } from "~/use-cases/request-templates/rename-request-template.server";
import { saveRequestTemplate } from "~/use-cases/request-templates/save-request-template.server";
import { listTenderFiles } from "~db/repositories/attachments";
import { listAuditEntries } from "~db/repositories/audit";
import { findFile } from "~db/repositories/files";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aFileStore } from "../../builders/files";
import { colleague, daysLater } from "../decisions/scene";
import { anAttachment } from "./attaching";
import { aTender, aTenderScene } from "./tender-scene";

const database = aDatabase();
const { files } = aFileStore();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function aTemplate(name = "Pumps") {
  const scene = await aTenderScene(database());
  const file = await anAttachment({ ...scene.officer, files }, { filler: 5 });
  const { id: tenderId } = await aTender(scene, {
    ...{ places: [scene.places.imaging], attachments: file.posted, componentTypes: "embedded-device" },
  });
  const wanted = { tenderId, name, dueInDays: "21" };
  const { id: templateId } = accepted(await saveRequestTemplate(scene.officer, wanted));
  return { scene, file, tenderId, templateId };
}

test("a tender becomes a template, and the next request begins from it", async () => {
  const { scene, file, templateId, tenderId } = await aTemplate();
  const page = await presentNewRequest(daysLater(scene.officer, 10), {
    ...{ places: [scene.places.strict], asset: null, template: templateId },
  });
  expect(page).toMatchObject({ template: templateId, templates: [{ id: templateId, name: "Pumps" }] });
  expect(page.suggested).toEqual({
    ...{ subject: "Infusion pump", message: "Please", componentTypes: ["embedded-device"] },
    ...{ dueOn: "2026-12-22", attachments: [file.posted] },
  });
  const [entry] = await listAuditEntries(database().read, scene.officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "request-template.save", subjectId: templateId, details: { tenderId } },
  });
});

test("a template is renamed and deleted; a name is given once, and what was sent stays", async () => {
  const { scene, file, templateId, tenderId } = await aTemplate();
  const again = { tenderId, name: "Pumps", dueInDays: "7" };
  expect(refusalOf(await saveRequestTemplate(scene.officer, again))).toEqual({
    ...{ code: "invalid-input", fields: { name: ["taken"] } },
  });
  accepted(await saveRequestTemplate(scene.officer, { ...again, name: "Scanners" }));
  expect(refusalOf(await renameTemplate(scene.officer, { templateId, name: "Scanners" }))).toMatchObject({
    fields: { name: ["taken"] },
  });
  accepted(await renameTemplate(scene.officer, { templateId, name: "All pumps" }));
  const { templates } = await presentRequestTemplates(scene.officer);
  expect(templates.map(({ name, attachments }) => [name, attachments])).toEqual([
    ["All pumps", ["conditions.pdf"]],
    ["Scanners", ["conditions.pdf"]],
  ]);
  accepted(await deleteTemplate(scene.officer, { templateId }));
  await expect(deleteTemplate(scene.officer, { templateId })).rejects.toThrow(notFound);
  const { organisationId } = scene.officer.actor;
  expect(await listTenderFiles(database().read, organisationId, tenderId)).toMatchObject([
    { sha256: file.sha256 },
  ]);
  const names = (await presentRequestTemplates(scene.officer)).templates.map(({ name }) => name);
  expect(names).toEqual(["Scanners"]);
});

test("the files of a template are kept for it", async () => {
  const { scene, file } = await aTemplate();
  await removeAbandonedFiles({ database: database(), files, now: daysLater(scene.officer, 30).now });
  const { organisationId } = scene.officer.actor;
  expect(await findFile(database().read, organisationId, file.sha256)).toBeDefined();
});

test.each([
  [{ name: " " }, { name: ["required"] }],
  [{ dueInDays: "0" }, { dueInDays: ["too-small"] }],
  [{ dueInDays: "2.5" }, { dueInDays: ["whole-number"] }],
  [{ dueInDays: "1000" }, { dueInDays: ["too-big"] }],
])("bad input %j names its field", async (changes, fields) => {
  const { scene, tenderId } = await aTemplate();
  const wanted = { tenderId, name: "Other", dueInDays: "21", ...changes };
  expect(refusalOf(await saveRequestTemplate(scene.officer, wanted))).toEqual({
    ...{ code: "invalid-input", fields },
  });
});

test("templates are the hospital's own, and who asks suppliers manages them", async () => {
  const { scene, tenderId, templateId } = await aTemplate();
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  const wanted = { tenderId, name: "Mine", dueInDays: "21" };
  await expect(saveRequestTemplate(stranger, wanted)).rejects.toThrow(notFound);
  await expect(renameTemplate(stranger, { templateId, name: "Mine" })).rejects.toThrow(notFound);
  await expect(deleteTemplate(stranger, { templateId })).rejects.toThrow(notFound);
  expect((await presentRequestTemplates(stranger)).templates).toEqual([]);
  const auditor = await colleague(scene.officer, "auditor");
  for (const change of [
    () => saveRequestTemplate(auditor, wanted),
    () => renameTemplate(auditor, { templateId, name: "Mine" }),
    () => deleteTemplate(auditor, { templateId }),
  ])
    await expect(change()).rejects.toThrow(forbidden);
  expect(await presentRequestTemplates(auditor)).toMatchObject({ mayManage: false });
  await expect(presentRequestTemplates(scene.supplier)).rejects.toThrow(forbidden);
});
