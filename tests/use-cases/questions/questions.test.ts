import { expect, test } from "vitest";
import { NO_POLICY } from "~/domain/policy/policy";
import { flatVector } from "~/domain/security-level/security-level";
import type { Zone } from "~/domain/zone-model/zone-model";
import { type ComparisonQuery, presentComparison } from "~/presenters/present-comparison.server";
import { type PlacementQuery, presentPlacement } from "~/presenters/present-placement.server";
import { presentWhatIf } from "~/presenters/present-what-if.server";
import { type CandidatesQuery, presentZoneCandidates } from "~/presenters/present-zone-candidates.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { findDeclaration } from "~db/repositories/declarations";
import { aDatabase, aSupplierCaller } from "../../builders/database";
import { accepted, aSignedDeclaration, sign } from "../../builders/declaration";
import { anAsset } from "../../builders/zone-model";
import {
  aContent,
  aScene as aSceneWith,
  colleague,
  decideOn,
  meetingLevel,
  publish,
  type Scene,
} from "../decisions/scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

const PLACEMENT: PlacementQuery = { model: null, verdict: null, sort: null, direction: null };
const CANDIDATES: CandidatesQuery = { verdict: null, supplier: null, sort: null, direction: null };
const COMPARISON: ComparisonQuery = { with: null, revision: null, on: null, toRevision: null, toOn: null };
const NO_LEVELS = () => null;

/** A zone whose policy asks nothing, so that rows alone decide. */
function aScene(zone: Partial<Zone> = {}): Promise<Scene> {
  return aSceneWith(database(), { zone: { policy: NO_POLICY, ...zone } });
}
const aQuietContent = (zone: Partial<Zone> = {}) => aContent({ policy: NO_POLICY, ...zone });

async function releaseOf({ supplier, declarationId }: Scene): Promise<string> {
  const stored = await findDeclaration(database().read, supplier.actor.organisationId, declarationId);
  return stored?.releaseId ?? "";
}

/** A newer version of the scene's declaration that no longer meets CR 1.1. */
async function aNewerVersion(scene: Scene): Promise<string> {
  const { id } = accepted(await createDeclaration(scene.supplier, { releaseId: await releaseOf(scene) }));
  const change = { requirementId: "CR 1.1", before: { value: "met" }, answer: { value: "not-met" } };
  accepted(await answerRequirements(scene.supplier, { declarationId: id, changes: [change] }));
  return sign(scene.supplier, id, "all-hospitals");
}

test("a product's zones come best first, with what is missing for each", async () => {
  const scene = await aScene();
  const page = await presentPlacement(scene.officer, scene.declarationId, PLACEMENT);
  expect(page.rows.map(({ zoneId, fit }) => [zoneId, fit.verdict])).toEqual([
    ["imaging", "conforms"],
    ["archive", "incomplete"],
  ]);
  const missing = page.rows[1]?.fit.missing;
  expect(missing?.count).toBeGreaterThan(5);
  expect(missing?.named).toHaveLength(5);
  expect(page.counts).toContainEqual({ verdict: "incomplete", count: 1 });
  expect(page.judged).toMatchObject({ count: 2 });
});

test("zones are filtered by verdict and model, and sorted by name when asked", async () => {
  const scene = await aScene();
  const zonesBy = async (query: Partial<PlacementQuery>) => {
    const { rows } = await presentPlacement(scene.officer, scene.declarationId, { ...PLACEMENT, ...query });
    return rows.map(({ zoneId }) => zoneId);
  };
  expect(await zonesBy({ verdict: "incomplete" })).toEqual(["archive"]);
  expect(await zonesBy({ model: "none" })).toEqual([]);
  expect(await zonesBy({ sort: "zone" })).toEqual(["archive", "imaging"]);
  expect(await zonesBy({ sort: "zone", direction: "descending" })).toEqual(["imaging", "archive"]);
  expect(await zonesBy({ sort: "missing", direction: "descending" })).toEqual(["archive", "imaging"]);
  expect(await zonesBy({ sort: "nonsense" })).toEqual(["imaging", "archive"]);
});

test("a zone's candidates come best first, only those that are shared", async () => {
  const scene = await aScene();
  const weak = await aSignedDeclaration(scene.supplier, { "CR 1.1": { value: "not-met" } }, "all-hospitals");
  const stranger = await aSupplierCaller(database(), "contributor", "signatory");
  const hidden = await aSignedDeclaration(stranger, meetingLevel(1), "requesting-hospitals");
  const query = { ...CANDIDATES, supplier: scene.supplier.actor.organisationId };
  const page = await presentZoneCandidates(scene.officer, scene.modelId, "imaging", query);
  expect(page.rows.map(({ declarationId, fit }) => [declarationId, fit.verdict])).toEqual([
    [scene.declarationId, "conforms"],
    [weak, "does-not-conform"],
  ]);
  const all = await presentZoneCandidates(scene.officer, scene.modelId, "imaging", CANDIDATES);
  expect(all.rows.some(({ declarationId }) => declarationId === hidden)).toBe(false);
  const failing = await presentZoneCandidates(scene.officer, scene.modelId, "imaging", {
    ...query,
    verdict: "does-not-conform",
  });
  expect(failing.rows.map(({ declarationId }) => declarationId)).toEqual([weak]);
  expect(failing.counts).toContainEqual({ verdict: "conforms", count: 1 });
});

test("a zone without a target asks nothing, and its pages say so", async () => {
  const scene = await aScene({ slTarget: null });
  const page = await presentZoneCandidates(scene.officer, scene.modelId, "imaging", CANDIDATES);
  expect(page).toMatchObject({ rows: [], zone: { slTarget: null } });
  const whatIf = await presentWhatIf(scene.officer, scene.modelId, "imaging", NO_LEVELS);
  expect(whatIf).toMatchObject({ slTarget: null, broken: [], isChanged: false });
});

test("what breaks when the target rises is named: product, assets, decision", async () => {
  const scene = await aScene();
  const releaseId = await releaseOf(scene);
  const content = aQuietContent();
  const assets = [
    anAsset({ id: "pump-1", name: "Pump at bed 1", productReleaseId: releaseId, quantity: 3 }),
    anAsset({ id: "unknown" }),
    anAsset({ id: "elsewhere", zoneId: "archive", productReleaseId: releaseId }),
  ];
  await publish(scene.engineer, {
    modelId: scene.modelId,
    number: 2,
    content: { ...content, assets },
  });
  const decisionId = await decideOn(scene);
  const raise = (fr: string) => (fr === "IAC" ? "3" : null);
  const page = await presentWhatIf(scene.officer, scene.modelId, "imaging", raise);
  expect(page).toMatchObject({ isChanged: true, raised: ["IAC"], undeclaredAssets: 1 });
  expect(page.slTarget).toEqual({ ...flatVector(1), IAC: 3 });
  const broken = page.broken.find(({ declarationId }) => declarationId === scene.declarationId);
  expect(broken).toMatchObject({
    verdict: { before: "conforms", after: "incomplete" },
    assets: [{ id: "pump-1", name: "Pump at bed 1", quantity: 3 }],
    decision: { id: decisionId, kind: "approve" },
    reasons: [],
  });
  expect(broken?.missing.length).toBeGreaterThan(0);
});

test("nothing breaks at today's target or below, and nonsense in the address is today's target", async () => {
  const scene = await aScene();
  const ask = (levelOf: (fr: string) => string | null) =>
    presentWhatIf(scene.officer, scene.modelId, "imaging", levelOf);
  expect(await ask(NO_LEVELS)).toMatchObject({ isChanged: false, broken: [] });
  expect(await ask(() => "9")).toMatchObject({ isChanged: false, slTarget: flatVector(1) });
  expect(await ask(() => "0")).toMatchObject({ isChanged: true, raised: [], broken: [] });
});

test("without a choice a declaration is compared with the version before it", async () => {
  const scene = await aScene();
  const newer = await aNewerVersion(scene);
  const ids = { modelId: scene.modelId, zoneId: "imaging", declarationId: newer };
  const page = await presentComparison(scene.officer, ids, COMPARISON);
  expect(page).toMatchObject({
    before: { declarationVersion: 1, revisionNumber: 1 },
    after: { declarationVersion: 2, revisionNumber: 1 },
    isSame: false,
  });
  expect(page.choices.versions.map(({ declarationVersion }) => declarationVersion)).toEqual([2, 1]);
  expect(page.changes).toMatchObject({
    verdict: { before: "conforms", after: "does-not-conform" },
    answers: [{ requirementId: "CR 1.1", before: { value: "met" }, after: { value: "not-met" } }],
    facts: [],
    asked: { policy: [] },
  });
  expect(page.changes?.findings.changed.map(({ after }) => after.id)).toContain(
    "capability-meets-target:IAC",
  );
});

test("without an earlier version two revisions are compared", async () => {
  const scene = await aScene();
  await publish(scene.engineer, {
    modelId: scene.modelId,
    number: 2,
    content: aContent({ slTarget: flatVector(2), policy: { ...NO_POLICY, signedUpdates: true } }),
  });
  const ids = { modelId: scene.modelId, zoneId: "imaging", declarationId: scene.declarationId };
  const page = await presentComparison(scene.officer, ids, COMPARISON);
  expect(page).toMatchObject({
    before: { revisionNumber: 1 },
    after: { revisionNumber: 2 },
    changes: {
      verdict: { before: "conforms", after: "incomplete" },
      slTarget: { before: flatVector(1), after: flatVector(2) },
      answers: [],
      asked: { policy: ["signedUpdates"] },
    },
  });
});

test("what is chosen is what is compared: another product, another day, a revision without the zone", async () => {
  const scene = await aScene();
  const other = await aSignedDeclaration(scene.supplier, { "CR 1.1": { value: "not-met" } }, "all-hospitals");
  await publish(scene.engineer, {
    modelId: scene.modelId,
    number: 2,
    content: { ...aQuietContent(), zones: [], conduits: [] },
  });
  const ids = { modelId: scene.modelId, zoneId: "imaging", declarationId: scene.declarationId };
  const chosen = { ...COMPARISON, with: other, revision: "1", toRevision: "1" };
  const offers = await presentComparison(scene.officer, ids, chosen);
  expect(offers.changes?.verdict).toEqual({ before: "does-not-conform", after: "conforms" });
  expect(offers.choices.others.map(({ declarationId }) => declarationId)).toContain(other);
  const days = { ...COMPARISON, revision: "1", toRevision: "1", on: "2026-01-31", toOn: "not a day" };
  expect(await presentComparison(scene.officer, ids, days)).toMatchObject({
    before: { asOf: "2026-01-31", declarationVersion: 1 },
    after: { asOf: "2026-11-21" },
    isSame: false,
  });
  const gone = await presentComparison(scene.officer, ids, { ...COMPARISON, revision: "1" });
  expect(gone).toMatchObject({ zoneName: "Zone imaging", after: { zone: "absent" }, changes: null });
  const never = await presentComparison(scene.officer, ids, {
    ...COMPARISON,
    revision: "1",
    toRevision: "77",
  });
  expect(never).toMatchObject({ after: { zone: "no-revision" }, changes: null });
  const same = await presentComparison(scene.officer, ids, { ...chosen, with: scene.declarationId });
  expect(same.isSame).toBe(true);
});

test("nobody sees what belongs to another hospital, and no supplier asks these questions", async () => {
  const scene = await aScene();
  const other = await aScene();
  const stranger = await aSupplierCaller(database(), "contributor", "signatory");
  const unshared = await aSignedDeclaration(stranger, meetingLevel(1), "requesting-hospitals");
  const { officer, modelId, declarationId } = scene;
  const ids = { modelId, zoneId: "imaging", declarationId };
  await expect(presentPlacement(officer, unshared, PLACEMENT)).rejects.toThrow(notFound);
  const elsewhere = await presentPlacement(other.officer, declarationId, PLACEMENT);
  expect(elsewhere.rows.some((row) => row.modelId === modelId)).toBe(false);
  for (const caller of [other.officer, await colleague(other.officer, "auditor")]) {
    await expect(presentZoneCandidates(caller, modelId, "imaging", CANDIDATES)).rejects.toThrow(notFound);
    await expect(presentWhatIf(caller, modelId, "imaging", NO_LEVELS)).rejects.toThrow(notFound);
    await expect(presentComparison(caller, ids, COMPARISON)).rejects.toThrow(notFound);
  }
  await expect(presentZoneCandidates(officer, modelId, "nowhere", CANDIDATES)).rejects.toThrow(notFound);
  await expect(presentComparison(officer, { ...ids, zoneId: "nowhere" }, COMPARISON)).rejects.toThrow(
    notFound,
  );
  await expect(presentComparison(officer, ids, { ...COMPARISON, with: unshared })).rejects.toThrow(notFound);
  await expect(presentComparison(officer, { ...ids, declarationId: unshared }, COMPARISON)).rejects.toThrow(
    notFound,
  );
  await expect(presentPlacement(scene.supplier, declarationId, PLACEMENT)).rejects.toThrow(forbidden);
  await expect(presentZoneCandidates(scene.supplier, modelId, "imaging", CANDIDATES)).rejects.toThrow(
    forbidden,
  );
  await expect(presentWhatIf(scene.supplier, modelId, "imaging", NO_LEVELS)).rejects.toThrow(forbidden);
  await expect(presentComparison(scene.supplier, ids, COMPARISON)).rejects.toThrow(forbidden);
});
