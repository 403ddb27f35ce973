import { expect, test } from "vitest";
import { VIEWS_OF_PERSON } from "~/domain/procurement/saved-view";
import { defaultSearchOf, viewsOfPage } from "~/presenters/saved-views.server";
import { deleteView } from "~/use-cases/saved-views/delete-view.server";
import { renameView } from "~/use-cases/saved-views/rename-view.server";
import { saveView } from "~/use-cases/saved-views/save-view.server";
import { setDefaultView } from "~/use-cases/saved-views/set-default-view.server";
import { shareView } from "~/use-cases/saved-views/share-view.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { colleague } from "../decisions/scene";

const database = aDatabase();
const NOTHING = new URLSearchParams();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const LATE = { page: "queue", name: "Late", query: "due=overdue&page=x" };

async function aView(caller: Caller, own: Partial<typeof LATE> = {}): Promise<string> {
  return accepted(await saveView(caller, { ...LATE, ...own })).id;
}

async function namesOf(caller: Caller, page: "queue" | "matrix" = "queue") {
  return (await viewsOfPage(caller, page, NOTHING)).views.map(({ name }) => name);
}

test("a filter is kept under a name, for its owner and the page it was made on", async () => {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  const engineer = await colleague(officer, "security-engineer");
  const id = await aView(officer);
  expect((await viewsOfPage(officer, "queue", new URLSearchParams({ view: id }))).views).toEqual([
    {
      ...{ id, name: "Late", isShared: false, isOwn: true, query: "due=overdue", dropped: [] },
      ...{ ownerName: null, isDefault: false, isChosen: true, mayChange: true },
    },
  ]);
  expect(await namesOf(officer, "matrix")).toEqual([]);
  expect(await namesOf(engineer)).toEqual([]);
  expect(refusalOf(await saveView(officer, LATE))).toMatchObject({ fields: { name: ["taken"] } });
  await aView(engineer);
  await aView(officer, { page: "matrix" });
});

test("a shared view is read by everybody of the organisation and by nobody else; the log says who shared it", async () => {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  const auditor = await colleague(officer, "auditor");
  const viewId = await aView(officer);
  accepted(await shareView(officer, { viewId, isShared: "yes" }));
  expect(await namesOf(auditor)).toEqual(["Late"]);
  expect(await namesOf(await aHospitalCaller(database(), "procurement-officer"))).toEqual([]);
  const [entry] = await listAuditEntries(database().read, officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "saved-view.share", subjectId: viewId, details: { isShared: true } },
  });
  accepted(await shareView(officer, { viewId, isShared: "no" }));
  expect(await namesOf(auditor)).toEqual([]);
});

test("a view is changed by its owner, a shared one by those who share; for others it does not exist", async () => {
  const engineer = await aHospitalCaller(database(), "security-engineer");
  const officer = await colleague(engineer, "procurement-officer");
  const second = await colleague(engineer, "security-engineer");
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  const viewId = await aView(engineer);
  for (const other of [officer, second, stranger])
    await expect(renameView(other, { viewId, name: "Mine" })).rejects.toThrow(notFound);
  await expect(shareView(engineer, { viewId, isShared: "yes" })).rejects.toThrow(forbidden);
  const lead = await colleague(engineer, "security-lead");
  const shared = await aView(lead, { name: "Everybody's" });
  accepted(await shareView(lead, { viewId: shared, isShared: "yes" }));
  accepted(await renameView(officer, { viewId: shared, name: "For all" }));
  await expect(deleteView(second, { viewId: shared })).rejects.toThrow(notFound);
  await expect(deleteView(stranger, { viewId: shared })).rejects.toThrow(notFound);
  accepted(await deleteView(officer, { viewId: shared }));
  expect(await namesOf(lead)).toEqual([]);
  const other = await aView(engineer, { name: "Other" });
  expect(refusalOf(await renameView(engineer, { viewId: other, name: "Late" }))).toMatchObject({
    fields: { name: ["taken"] },
  });
});

test("a page opens with the view that somebody chose, until it is gone or no longer shared", async () => {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  const engineer = await colleague(officer, "security-engineer");
  const viewId = await aView(officer);
  expect(await defaultSearchOf(officer, "queue", NOTHING)).toBeNull();
  accepted(await setDefaultView(officer, { page: "queue", viewId }));
  expect(await defaultSearchOf(officer, "queue", NOTHING)).toBe(`?due=overdue&view=${viewId}`);
  expect(await defaultSearchOf(officer, "queue", new URLSearchParams({ view: "none" }))).toBeNull();
  expect(await defaultSearchOf(officer, "matrix", NOTHING)).toBeNull();
  expect(await defaultSearchOf(engineer, "queue", NOTHING)).toBeNull();
  await expect(setDefaultView(engineer, { page: "queue", viewId })).rejects.toThrow(notFound);
  await expect(setDefaultView(officer, { page: "matrix", viewId })).rejects.toThrow(notFound);
  accepted(await shareView(officer, { viewId, isShared: "yes" }));
  accepted(await setDefaultView(engineer, { page: "queue", viewId }));
  accepted(await shareView(officer, { viewId, isShared: "no" }));
  expect(await defaultSearchOf(engineer, "queue", NOTHING)).toBeNull();
  accepted(await setDefaultView(officer, { page: "queue", viewId: "" }));
  expect(await defaultSearchOf(officer, "queue", NOTHING)).toBeNull();
  accepted(await setDefaultView(officer, { page: "queue", viewId }));
  accepted(await deleteView(officer, { viewId }));
  expect(await defaultSearchOf(officer, "queue", NOTHING)).toBeNull();
});

test("views of one person have an end, and neither auditor nor supplier keeps any", async () => {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  for (let turn = 0; turn < VIEWS_OF_PERSON; turn += 1) await aView(officer, { name: `View ${turn}` });
  expect(refusalOf(await saveView(officer, LATE))).toMatchObject({ fields: { name: ["too-many"] } });
  await expect(saveView(await colleague(officer, "auditor"), LATE)).rejects.toThrow(forbidden);
  const supplier = await aSupplierCaller(database(), "administrator");
  await expect(saveView(supplier, LATE)).rejects.toThrow(forbidden);
  await expect(viewsOfPage(supplier, "queue", NOTHING)).rejects.toThrow(forbidden);
  for (const bad of [{ page: "audit" }, { name: "" }, { name: "x".repeat(81) }, { query: "x".repeat(3000) }])
    expect(refusalOf(await saveView(officer, { ...LATE, ...bad }))).toMatchObject({ code: "invalid-input" });
});
