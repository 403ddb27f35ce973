import { afterAll, beforeAll, expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";
import { presentReassessment } from "~/presenters/present-reassessment.server";
import { presentReassessments, type ReassessmentsQuery } from "~/presenters/present-reassessments.server";
import type { Database } from "~db/client";
import { saveNewReassessment } from "~db/repositories/reassessments";
import { openTestDatabase } from "../../builders/database";
import { daysLater, decideOn } from "../decisions/scene";
import { addedBy } from "./listed";
import { aScene, publishing, type Scene } from "./scene";

const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const EVERYTHING: ReassessmentsQuery = { cause: null, results: null, after: null };
const WHOLE = { kind: null, after: null };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const raising = (zoneId: string, level: 1 | 2 | 3) => ({
  ...{ type: "set-sl-target" as const, zoneId, slTarget: flatVector(level), rationale: "" },
});

/** Approved at SL 1, then the target rose. */
async function aRaisedScene(): Promise<{ scene: Scene; id: string; decisionId: string }> {
  const scene = await aScene(database);
  const { declarationId } = scene.strong;
  const decisionId = await decideOn({ ...scene, zoneId: "imaging", declarationId }, { kind: "approve" });
  const [added] = await addedBy(scene.officer, () => publishing(scene, raising("imaging", 3)));
  return { scene, id: added?.id ?? "", decisionId };
}

test("a hospital that has published nothing has no changes", async () => {
  const { officer } = await aScene(database);
  const other = { ...officer, actor: { ...officer.actor, organisationId: "somebody-else" } };
  expect(await presentReassessments(other, EVERYTHING)).toMatchObject({ reassessments: [], next: null });
});

test("changes are listed newest first, with who caused them, and narrow to a kind", async () => {
  const { scene } = await aRaisedScene();
  const page = await presentReassessments(scene.officer, EVERYTHING);
  expect(page.reassessments.map(({ cause }) => cause).sort()).toEqual([
    "declaration-shared",
    "declaration-shared",
    "revision-published",
  ]);
  const revisions = await presentReassessments(scene.officer, { ...EVERYTHING, cause: "revision-published" });
  expect(revisions.reassessments).toMatchObject([
    {
      subject: { modelName: "Building B", number: 2 },
      assessed: 2,
      changed: 2,
      personName: expect.any(String),
    },
  ]);
  const unknown = await presentReassessments(scene.officer, { ...EVERYTHING, cause: "gossip" });
  expect(unknown).toMatchObject({ filter: { cause: null } });
});

test("a long list goes on where the page before ended, whether results changed or not", async () => {
  const { officer } = await aScene(database);
  const { organisationId } = officer.actor;
  await database.transaction(async (db) => {
    for (let n = 0; n < 60; n++) {
      const counts = { assessed: 4, changed: n % 2 };
      const at = daysLater(officer, n % 7).now;
      await saveNewReassessment(
        db,
        organisationId,
        {
          ...{ organisationId, id: officer.newId(), cause: "policy-changed", subject: { version: n } },
          ...{ at, personId: null, ...counts },
        },
        [],
      );
    }
  });
  const first = await presentReassessments(officer, EVERYTHING);
  const second = await presentReassessments(officer, { ...EVERYTHING, after: first.next });
  expect([first.reassessments.length, second.reassessments.length, second.next]).toEqual([50, 12, null]);
  const all = [...first.reassessments, ...second.reassessments];
  expect(new Set(all.map(({ id }) => id)).size).toBe(62);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .reverse(),
  );
  const changed = await presentReassessments(officer, { ...EVERYTHING, results: "changed" });
  expect(changed.reassessments).toHaveLength(32);
});

test("one change shows the pairs, what became of them, and the decision that needs review", async () => {
  const { scene, id, decisionId } = await aRaisedScene();
  const page = await presentReassessment(scene.officer, id, WHOLE);
  expect(page.reassessment).toMatchObject({ cause: "revision-published", assessed: 2, changed: 2 });
  expect(page.changes).toMatchObject([
    {
      ...{ zoneName: "Zone imaging", verdictBefore: "conforms", verdictAfter: "incomplete" },
      declarationId: scene.strong.declarationId,
      decision: { id: decisionId, state: "needs-review" },
    },
    { declarationId: scene.weak.declarationId, decision: null },
  ]);
  const targets = page.changes[0]?.difference?.results.map(({ target }) => target);
  expect(targets?.every((target) => target?.before === 1 && target.after === 3)).toBe(true);
});

test("a decision made again since, and one that holds again, say so", async () => {
  const { scene, id, decisionId } = await aRaisedScene();
  const stateNow = async () => (await presentReassessment(scene.officer, id, WHOLE)).changes[0]?.decision;
  await publishing(scene, raising("imaging", 1));
  expect(await stateNow()).toEqual({ id: decisionId, state: "holds" });
  const { declarationId } = scene.strong;
  await decideOn({ ...scene, zoneId: "imaging", declarationId }, { kind: "reject", reason: "No" });
  expect(await stateNow()).toEqual({ id: decisionId, state: "superseded" });
});

test("changes narrow to decisions, other verdicts, new and gone pairs", async () => {
  const { scene, id } = await aRaisedScene();
  const kindsOf = async (of: string) => {
    const counts: Record<string, number> = {};
    for (const kind of ["decided", "verdict", "new", "gone"])
      counts[kind] = (await presentReassessment(scene.officer, of, { kind, after: null })).changes.length;
    return counts;
  };
  expect(await kindsOf(id)).toEqual({ decided: 1, verdict: 1, new: 0, gone: 0 });
  const asked = await presentReassessments(scene.officer, { ...EVERYTHING, cause: "declaration-shared" });
  expect(await kindsOf(asked.reassessments[0]?.id ?? "")).toEqual({
    decided: 0,
    verdict: 0,
    new: 2,
    gone: 0,
  });
  const [removed] = await addedBy(scene.officer, () =>
    publishing(scene, { type: "delete-zone", zoneId: "imaging" }),
  );
  expect(await kindsOf(removed?.id ?? "")).toMatchObject({ decided: 1, gone: 2 });
  const page = await presentReassessment(scene.officer, removed?.id ?? "", { kind: "gone", after: null });
  // The zone is no longer there to be opened.
  expect(page.changes.map(({ declarationId }) => declarationId)).toEqual([null, null]);
  expect(page.changes[0]?.decision?.state).toBe("needs-review");
});

test("many changes come page by page, in their order", async () => {
  const { officer, modelId, weak, supplier } = await aScene(database);
  const { organisationId } = officer.actor;
  const id = officer.newId();
  const changes = Array.from({ length: 1_203 }, (_, position) => ({
    ...{ organisationId, reassessmentId: id, position, modelId, zoneId: `z${position}`, zoneName: "Zone" },
    ...{ supplierId: supplier.actor.organisationId, ...weak, productName: "Pump", releaseVersion: "1.0" },
    ...{ verdictBefore: null, verdictAfter: "conforms" as const, difference: null, decisionId: null },
  }));
  const counts = { assessed: 1_203, changed: 1_203 };
  await database.transaction((db) =>
    saveNewReassessment(
      db,
      organisationId,
      {
        ...{ organisationId, id, cause: "revision-published", subject: {}, at: officer.now, personId: null },
        ...counts,
      },
      changes,
    ),
  );
  const seen: Array<number> = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: Awaited<ReturnType<typeof presentReassessment>> = await presentReassessment(officer, id, {
      kind: null,
      after,
    });
    seen.push(...page.changes.map(({ position }) => position));
    after = page.next;
  }
  expect(seen).toEqual(changes.map(({ position }) => position));
});

test("another hospital's changes are not found, and no supplier sees any", async () => {
  const { scene, id } = await aRaisedScene();
  const other = await aScene(database);
  await expect(presentReassessment(other.officer, id, WHOLE)).rejects.toThrow(notFound);
  await expect(presentReassessment(scene.supplier, id, WHOLE)).rejects.toThrow(forbidden);
  await expect(presentReassessments(scene.supplier, EVERYTHING)).rejects.toThrow(forbidden);
});

test("the overview tells what has changed since last week, and no longer after that", async () => {
  const { scene } = await aRaisedScene();
  const { recent } = await presentHospitalOverview(daysLater(scene.officer, 6));
  // Two declarations new in two zones each, and two that came out otherwise when the target rose.
  expect(recent.changed).toBe(6);
  expect(recent.entries.map(({ cause }) => cause)).toContain("revision-published");
  expect((await presentHospitalOverview(daysLater(scene.officer, 8))).recent).toEqual({
    count: 0,
    changed: 0,
    entries: [],
  });
});
