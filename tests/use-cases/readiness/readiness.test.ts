import { expect, test } from "vitest";
import { presentMeasures } from "~/presenters/present-measures.server";
import { presentMeasuresFile } from "~/presenters/present-measures-file.server";
import { presentMeasuresImport } from "~/presenters/present-measures-import.server";
import { presentProductReadiness } from "~/presenters/present-product-readiness.server";
import { presentReadiness } from "~/presenters/present-readiness.server";
import { recordMeasures } from "~/use-cases/measures/record-measures.server";
import { exportReadiness } from "~/use-cases/readiness/export-readiness.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listDeclarations } from "~db/repositories/declarations";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aScene, colleague, type Scene } from "../decisions/scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const NO_FILTER = {
  ...{ zone: null, kind: null, state: null, owner: null, overdue: null, group: null, find: null },
};

async function clauseOf(caller: Caller, clause: string) {
  const { frameworks } = await presentReadiness(caller, null);
  const found = frameworks.flatMap(({ clauses }) => clauses).find((one) => one.clause === clause);
  if (!found) throw new Error(clause);
  return found;
}

async function productOf({ supplier }: Scene): Promise<string> {
  const [declaration] = await listDeclarations(database().read, supplier.actor.organisationId);
  return declaration?.productId ?? "";
}

test("a new hospital shows nothing, and says where Cordon cannot see", async () => {
  const caller = await aHospitalCaller(database(), "security-engineer");
  const { frameworks } = await presentReadiness(caller, null);
  expect(frameworks.map(({ framework, clauses }) => [framework, clauses.length])).toEqual([
    ["nis2", 11],
    ["zokb", 20],
    ["iso-27001", 5],
    ["iec-62443-2-1", 87],
  ]);
  for (const { counts } of frameworks) expect(counts).toMatchObject({ shown: 0, partly: 0 });
  expect((await clauseOf(caller, "cz-zokb § 6")).standing).toBe("unseen");
});

test("what is written of a measure and what the portal holds move a clause", async () => {
  const scene = await aScene(database());
  const { engineer } = scene;
  const write = async (fields: Record<string, unknown>, version: number) =>
    accepted(
      await recordMeasures(engineer, {
        ...{ changes: [{ place: null, measureId: "ORG 1.4", version, fields }], via: "form" },
      }),
    );
  expect((await clauseOf(engineer, "ORG 1.4")).standing).toBe("nothing");
  await write({ state: "in-place" }, 0);
  expect((await clauseOf(engineer, "ORG 1.4")).standing).toBe("partly");
  await write({ evidence: "Attendance lists" }, 1);
  expect((await clauseOf(engineer, "ORG 1.4")).standing).toBe("shown");
  const training = await clauseOf(engineer, "eu-nis2 Art. 21(2)(g)");
  expect(training.rows.map(({ id, standing }) => [id, standing])).toEqual([
    ["ORG 1.4", "proven"],
    ["ORG 1.5", "open"],
  ]);
  const scope = await clauseOf(engineer, "cz-zokb § 12");
  expect(scope.looks.find(({ fact }) => fact === "models-published")).toMatchObject({
    count: 1,
    of: 1,
    isShown: true,
  });
});

test("a product's readiness is read from its signed declaration and is its supplier's alone", async () => {
  const scene = await aScene(database());
  const productId = await productOf(scene);
  const page = await presentProductReadiness(scene.supplier, productId, "cra");
  expect(page.frameworks.map(({ framework }) => framework)).toEqual(["cra"]);
  expect(page.declaration).toMatchObject({ isDraft: false });
  const access = page.frameworks[0]?.clauses.find(({ clause }) => clause.endsWith("Part I (2)(d)"));
  // The scene's product meets every row of SL 1 and proves none.
  expect(access).toMatchObject({ standing: "partly" });
  const stranger = await aSupplierCaller(database(), "contributor");
  await expect(presentProductReadiness(stranger, productId, null)).rejects.toThrowError(notFound);
  await expect(presentProductReadiness(scene.officer, productId, null)).rejects.toThrowError(forbidden);
  await expect(presentReadiness(scene.supplier, null)).rejects.toThrowError(notFound);
});

test("a readiness that leaves the portal is noted, of what is one's own alone", async () => {
  const scene = await aScene(database());
  const productId = await productOf(scene);
  const auditor = await colleague(scene.engineer, "auditor");
  accepted(await exportReadiness(auditor, { file: "readiness.xlsx", productId: null }));
  accepted(await exportReadiness(scene.supplier, { file: "readiness.xlsx", productId }));
  await expect(exportReadiness(auditor, { file: "readiness.xlsx", productId })).rejects.toThrowError(
    notFound,
  );
  const stranger = await aSupplierCaller(database(), "contributor");
  await expect(exportReadiness(stranger, { file: "readiness.xlsx", productId })).rejects.toThrowError(
    notFound,
  );
  const [entry] = await listAuditEntries(database().read, scene.supplier.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "readiness.export", subjectId: productId });
});

test("the list of measures is filtered and paged, and counts what it filters", async () => {
  const scene = await aScene(database());
  const { engineer, modelId, zoneId } = scene;
  const place = { modelId, zoneId };
  const change = (measureId: string, fields: Record<string, unknown>) => ({
    place,
    measureId,
    version: 0,
    fields,
  });
  accepted(
    await recordMeasures(engineer, {
      changes: [
        change("SR 1.1", { state: "in-progress", owner: "Ward", dueOn: "2026-01-01" }),
        change("ORG 1.1", { state: "in-place", owner: "Ward" }),
      ],
      via: "bulk",
    }),
  );
  const list = async (query: Partial<typeof NO_FILTER> | Record<string, string>, page?: number) =>
    presentMeasures(engineer, { ...NO_FILTER, ...query }, page);
  const all = await list({});
  expect(all.rows).toHaveLength(50);
  expect((await list({}, 2)).rows[0]?.key).not.toBe(all.rows[0]?.key);
  const ids = async (query: Record<string, string>) =>
    (await list(query)).rows.map(({ measureId }) => measureId);
  expect(await ids({ overdue: "yes" })).toEqual(["SR 1.1"]);
  expect(await ids({ owner: "Ward" })).toEqual(["SR 1.1", "ORG 1.1"]);
  expect(await ids({ owner: "Ward", kind: "organisational" })).toEqual(["ORG 1.1"]);
  expect(await ids({ zone: `${modelId}/${zoneId}`, state: "in-place" })).toEqual(["ORG 1.1"]);
  expect(await ids({ zone: "hospital", state: "in-place" })).toEqual([]);
  expect(all.progress.byState).toMatchObject({ "in-place": 1, "in-progress": 1 });
  const words = {
    ...{ sheet: "Measures", readMe: { sheet: "Read me", lines: [] }, hospital: "Hospital" },
    ...{ head: String, kind: String, origin: String, group: ({ id }: { id: string }) => id },
  };
  const file = await presentMeasuresFile(engineer, { ...NO_FILTER, overdue: "yes" }, words);
  expect(file.body.length).toBeGreaterThan(1000);
  const known = await presentMeasuresImport(engineer);
  expect(
    known.recorded.filter(({ choice }) => choice !== "hospital").map(({ measureId }) => measureId),
  ).toEqual([...["SR 1.1", "ORG 1.1"]]);
  await expect(presentMeasures(scene.supplier, NO_FILTER, 1)).rejects.toThrowError(forbidden);
});
