import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import {
  presentComparisonOfStates,
  type StatesQuery,
} from "~/presenters/present-comparison-of-states.server";
import { presentReview } from "~/presenters/present-review.server";
import { presentRevision } from "~/presenters/present-revision.server";
import { addComment } from "~/use-cases/review/add-comment.server";
import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { restoreRevision } from "~/use-cases/zone-models/restore-revision.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { takeBackEdit } from "~/use-cases/zone-models/take-back-edit.server";
import { findZoneModel } from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { anAsset } from "../../builders/zone-model";
import { decideOn } from "../decisions/scene";
import { addedBy } from "../reassessment/listed";
import { aScene, publishing, type Scene } from "../reassessment/scene";
import { aColleague, accepted, edit, refusedAs, renaming } from "../zone-models/models";

const database = aDatabase();
const ANY: StatesQuery = { from: null, to: null, kind: null, change: null };
const WHOLE = { kind: null, change: null };

const raising = (zoneId: string, level: 0 | 1 | 2 | 3 | 4): ZoneModelCommand => ({
  ...{ type: "set-sl-target", zoneId, slTarget: flatVector(level), rationale: "" },
});
const placing = (id: string, zoneId: string, { releaseId }: { releaseId: string }): ZoneModelCommand => ({
  ...{ type: "add-asset", asset: anAsset({ id, name: `Device ${id}`, zoneId, productReleaseId: releaseId }) },
});

async function draftOf({ engineer, modelId }: Pick<Scene, "engineer" | "modelId">) {
  const model = await findZoneModel(database().read, engineer.actor.organisationId, modelId);
  if (!model) throw new Error("there is no model");
  return model;
}

/** Two revisions: the second places a strong and a weak product in imaging (SL 1). */
async function aPublishedScene(): Promise<Scene> {
  const scene = await aScene(database());
  await publishing(scene, placing("good", "imaging", scene.strong), placing("poor", "archive", scene.weak));
  return scene;
}

async function editing({ engineer, modelId }: Scene, ...commands: ReadonlyArray<ZoneModelCommand>) {
  const { draftVersion } = await draftOf({ engineer, modelId });
  return accepted(await edit(engineer, modelId, draftVersion, ...commands)).version;
}

test("any two states are compared, by default the latest revision with the draft, either way round", async () => {
  const scene = await aPublishedScene();
  const { engineer, modelId } = scene;
  await editing(scene, renaming("imaging", "Radiology"), raising("archive", 1), {
    ...{ type: "delete-conduit", conduitId: "line" },
  });
  const { page, states } = await presentComparisonOfStates(engineer, modelId, ANY);
  expect(page).toMatchObject({ from: "2", to: "draft", names: ["draft", "2", "1", "nothing"], total: 3 });
  expect(states.after).toEqual((await draftOf(scene)).draft);
  const rows = page.rows.map(({ kind, id, change, values, levels }) => [
    ...[kind, id, change, values, levels.map(({ direction }) => direction)],
  ]);
  expect(rows).toEqual([
    [
      ...["zone", "archive", "changed"],
      [
        {
          field: "slTargetRationale",
          values: { before: "Agreed in the risk assessment", after: "" },
        },
      ],
      Array.from({ length: 7 }, () => "down"),
    ],
    [
      ...["zone", "imaging", "changed"],
      [{ field: "name", values: { before: "Zone imaging", after: "Radiology" } }],
      [],
    ],
    ["conduit", "line", "removed", [], []],
  ]);
  const back = await presentComparisonOfStates(engineer, modelId, { ...ANY, from: "draft", to: "2" });
  expect(back.page.rows.map(({ id, change }) => [id, change])).toEqual([
    ["archive", "changed"],
    ["imaging", "changed"],
    ["line", "added"],
  ]);
  const first = await presentComparisonOfStates(engineer, modelId, { ...ANY, from: "nothing", to: "1" });
  expect(first.page.counts.kinds).toEqual([
    { value: "zone", count: 3 },
    { value: "conduit", count: 1 },
    { value: "asset", count: 0 },
  ]);
  const same = await presentComparisonOfStates(engineer, modelId, { ...ANY, from: "1", to: "1" });
  expect(same.page).toMatchObject({ total: 0, rows: [], devices: [] });
});

test("the list is narrowed by kind and by what became of it, and counts everything", async () => {
  const scene = await aPublishedScene();
  await editing(scene, renaming("imaging", "Radiology"), raising("archive", 3));
  const found = async (filter: Partial<StatesQuery>) =>
    (await presentComparisonOfStates(scene.engineer, scene.modelId, { ...ANY, ...filter })).page;
  expect((await found({ change: "up" })).rows.map(({ id }) => id)).toEqual(["archive"]);
  expect((await found({ change: "down" })).rows).toEqual([]);
  expect((await found({ kind: "asset" })).rows).toEqual([]);
  expect(await found({ kind: "gossip", change: "nonsense" })).toMatchObject({ total: 2, found: 2 });
  expect((await found({ kind: "asset" })).counts.changes).toContainEqual({ value: "up", count: 1 });
});

test("devices are judged where they stand on both sides, what gets worse first", async () => {
  const scene = await aPublishedScene();
  const { engineer, modelId } = scene;
  await editing(scene, raising("imaging", 3), {
    ...{ type: "move-asset", assetId: "poor", zoneId: "imaging" },
  });
  const { page } = await presentComparisonOfStates(engineer, modelId, ANY);
  const found = page.devices.map(({ zoneId, releaseId, assets, verdictBefore, verdictAfter }) => [
    ...[zoneId, releaseId, assets, verdictBefore, verdictAfter],
  ]);
  expect(found).toEqual([
    ["imaging", scene.strong.releaseId, ["Device good"], "conforms", expect.not.stringMatching(/^conforms$/)],
    ["imaging", scene.weak.releaseId, ["Device poor"], null, "does-not-conform"],
    ["archive", scene.weak.releaseId, ["Device poor"], "does-not-conform", null],
  ]);
  expect(page.notJudged).toBe(0);
  await editing(scene, { type: "add-asset", asset: anAsset({ id: "unknown", zoneId: "imaging" }) });
  expect((await presentComparisonOfStates(engineer, modelId, ANY)).page.notJudged).toBe(1);
});

test("what is announced before publishing is what publishing records: counts and decisions", async () => {
  const scene = await aPublishedScene();
  const { engineer, lead, officer, modelId, strong } = scene;
  const decisionId = await decideOn(
    { ...scene, zoneId: "imaging", declarationId: strong.declarationId },
    { kind: "approve" },
  );
  const version = await editing(scene, raising("imaging", 3));
  const { page } = await presentReview(engineer, modelId, WHOLE);
  expect(page.effects).toMatchObject({
    ...{ brokenDevices: 1, needReviewAlready: 0 },
    decisions: [{ id: decisionId, zoneName: "Zone imaging", cause: "result-changed" }],
  });
  // Two declarations of this scene; those that others shared with every hospital count too.
  expect(page.effects.assessed).toBeGreaterThanOrEqual(2);
  expect(page.effects.changed).toBeGreaterThanOrEqual(2);
  accepted(await submitRevision(engineer, { modelId, version, note: "Raised" }));
  const { page: waiting } = await presentReview(lead, modelId, WHOLE);
  expect(waiting.effects).toEqual(page.effects);
  expect(waiting).toMatchObject({
    submission: { note: "Raised", isOwn: false },
    may: { approve: true, return: true, withdraw: false },
  });
  const [recorded] = await addedBy(officer, async () =>
    accepted(await approveRevision(lead, { modelId, fingerprint: waiting.fingerprint })),
  );
  expect([recorded?.assessed, recorded?.changed]).toEqual([page.effects.assessed, page.effects.changed]);
  expect(recorded?.changes.filter((change) => change.decisionId !== null)).toMatchObject([{ decisionId }]);
  const { page: after } = await presentReview(engineer, modelId, WHOLE);
  expect(after).toMatchObject({
    hasChanges: false,
    effects: { assessed: 0, changed: 0, decisions: [], needReviewAlready: 1 },
  });
});

test("a zone that is removed puts its decisions into review, and a harmless change breaks nothing", async () => {
  const scene = await aPublishedScene();
  const { engineer, modelId, strong } = scene;
  await decideOn({ ...scene, zoneId: "imaging", declarationId: strong.declarationId }, { kind: "approve" });
  await editing(scene, renaming("imaging", "Radiology"));
  expect((await presentReview(engineer, modelId, WHOLE)).page.effects).toMatchObject({
    ...{ assessed: 0, brokenDevices: 0, decisions: [] },
  });
  await editing(scene, { type: "delete-zone", zoneId: "imaging" });
  expect((await presentReview(engineer, modelId, WHOLE)).page.effects.decisions).toMatchObject([
    { cause: "zone-removed", zoneName: "Zone imaging" },
  ]);
});

test("a waiver alone is something to publish, and is named", async () => {
  const scene = await aPublishedScene();
  const waiver = {
    ...{ id: "w1", ruleId: "conduit-has-channels", element: { kind: "conduit" as const, id: "line" } },
    ...{ reason: "Until the move", expiresOn: "2027-01-31" },
  };
  await editing(scene, { type: "add-waiver", waiver });
  const { page } = await presentReview(scene.engineer, scene.modelId, WHOLE);
  expect(page).toMatchObject({
    hasChanges: true,
    comparison: {
      total: 0,
      waivers: [{ change: "added", elementName: "Zone imaging – Zone archive", reason: "Until the move" }],
    },
  });
});

test("comments stand beside what they are about, and say what a reader may do", async () => {
  const scene = await aPublishedScene();
  const { engineer, officer, modelId } = scene;
  const element = { kind: "zone", id: "imaging" };
  accepted(await addComment(officer, { modelId, element, text: "Which room?" }));
  const auditor = await aColleague(engineer, "auditor");
  const { page } = await presentReview(auditor, modelId, WHOLE);
  expect(page.comments).toMatchObject({
    threads: [{ element, elementName: "Zone imaging", text: "Which room?", replies: [] }],
    ...{ settled: [], mayComment: false, maySettle: false },
  });
  expect((await presentReview(officer, modelId, WHOLE)).page.comments).toMatchObject({
    ...{ mayComment: true, maySettle: false },
  });
});

test("a revision is restored as one edit on top, which can be taken back", async () => {
  const scene = await aPublishedScene();
  const { engineer, modelId } = scene;
  const { draft: published } = await draftOf(scene);
  const draftVersion = await editing(scene, renaming("imaging", "Radiology"), {
    ...{ type: "delete-zone", zoneId: "archive" },
  });
  const { restoring } = (await presentRevision(engineer, modelId, 2)).page;
  expect(restoring).toMatchObject({ mayRestore: true, isSubmitted: false, isSame: false, draftVersion });
  expect(restoring.difference.map(({ kind, id, change }) => [kind, id, change])).toEqual([
    ["zone", "archive", "added"],
    ["zone", "imaging", "changed"],
    ["conduit", "line", "added"],
    ["asset", "poor", "changed"],
  ]);
  const { draft: before } = await draftOf(scene);
  const stale = { modelId, number: 2, draftVersion: draftVersion - 1 };
  expect(refusedAs(await restoreRevision(engineer, stale))).toBe("stale-draft");
  expect(refusedAs(await restoreRevision(engineer, { modelId, number: 9, draftVersion }))).toBe(
    "unknown-revision",
  );
  const { version } = accepted(await restoreRevision(engineer, { modelId, number: 2, draftVersion }));
  expect((await draftOf(scene)).draft).toEqual(published);
  expect(refusedAs(await restoreRevision(engineer, { modelId, number: 2, draftVersion: version }))).toBe(
    "no-difference",
  );
  accepted(await takeBackEdit(engineer, { modelId, version }));
  expect(fingerprintOfModel((await draftOf(scene)).draft)).toBe(fingerprintOfModel(before));
  accepted(await submitRevision(engineer, { modelId, version: version + 1 }));
  const waiting = { modelId, number: 2, draftVersion: version + 1 };
  expect(refusedAs(await restoreRevision(engineer, waiting))).toBe("model-is-submitted");
  const auditor = await aColleague(engineer, "auditor");
  await expect(restoreRevision(auditor, waiting)).rejects.toMatchObject({ code: "forbidden" });
  expect((await presentRevision(auditor, modelId, 2)).page.restoring).toMatchObject({ mayRestore: false });
});

test("strangers find nothing, suppliers may not look, and states that are not there are not found", async () => {
  const scene = await aPublishedScene();
  const { engineer, supplier, modelId } = scene;
  const stranger = await aHospitalCaller(database(), "security-lead");
  const other = await aSupplierCaller(database(), "contributor");
  const pages = [
    (by: Caller) => presentReview(by, modelId, WHOLE),
    (by: Caller) => presentComparisonOfStates(by, modelId, ANY),
  ];
  for (const page of pages) {
    await expect(page(stranger)).rejects.toMatchObject({ code: "not-found" });
    for (const by of [supplier, other]) await expect(page(by)).rejects.toMatchObject({ code: "forbidden" });
  }
  for (const from of ["3", "0", "-1", "1.5", "submission", "1e3", "gossip", "99999999999"])
    await expect(presentComparisonOfStates(engineer, modelId, { ...ANY, from })).rejects.toMatchObject({
      code: "not-found",
    });
  await expect(restoreRevision(stranger, { modelId, number: 1, draftVersion: 2 })).rejects.toMatchObject({
    code: "not-found",
  });
});
