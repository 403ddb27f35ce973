import { afterAll, beforeAll, expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { withdrawCountermeasure } from "~/use-cases/countermeasures/withdraw-countermeasure.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { declineRequest } from "~/use-cases/declarations/decline-request.server";
import { shareDeclaration } from "~/use-cases/declarations/share-declaration.server";
import { setOrganisationPolicy } from "~/use-cases/policies/set-organisation-policy.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";
import type { Database } from "~db/client";
import { openTestDatabase } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aChannel, aZone } from "../../builders/zone-model";
import { meetingLevel } from "../decisions/scene";
import { addedBy, countsOf, listed, pairsIn, verdictsIn } from "./listed";
import { aRelease, aScene, ask, differing, everyPair, publishing, type Scene, signNext } from "./scene";

/** Its own: what everybody may see of other suites would be assessed here too. */
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const raised = (zoneId: string, level: 1 | 2 | 3): ZoneModelCommand => ({
  ...{ type: "set-sl-target", zoneId, slTarget: { ...flatVector(1), SI: level }, rationale: "" },
});

/** What the list says changed is what changed, looked at pair by pair. */
async function expectExactly(scene: Scene, step: () => Promise<unknown>, assessed: number) {
  const before = await everyPair(scene.officer);
  const added = await addedBy(scene.officer, step);
  const after = await everyPair(scene.officer);
  expect(added.reduce((sum, one) => sum + one.assessed, 0)).toBe(assessed);
  expect(pairsIn(added)).toEqual(differing(before, after));
  expect(added.every(({ changed, changes }) => changed === changes.length)).toBe(true);
  return added;
}

test("asking a supplier opens its declarations: each with every zone that has a target", async () => {
  const scene = await aScene(database);
  const all = await listed(scene.officer);
  expect(countsOf(all)).toEqual([
    ["declaration-shared", 2, 2],
    ["declaration-shared", 2, 2],
  ]);
  const releases = [scene.strong.releaseId, scene.weak.releaseId].sort();
  expect(pairsIn(all)).toEqual(
    ["archive", "imaging"].flatMap((zone) => releases.map((id) => `${zone} ${id}`)),
  );
  expect(verdictsIn(all)).toEqual(["– → conforms", "– → does-not-conform"]);
  expect(all.every(({ personId }) => personId === scene.officer.actor.personId)).toBe(true);
});

test("publishing assesses the zone whose target rose, and no other", async () => {
  const scene = await aScene(database);
  const added = await expectExactly(scene, () => publishing(scene, raised("imaging", 2)), 2);
  expect(added).toMatchObject([
    {
      cause: "revision-published",
      subject: { modelId: scene.modelId, modelName: "Building B", number: 2 },
      personId: scene.lead.actor.personId,
    },
  ]);
  expect(new Set(added[0]?.changes.map(({ zoneId }) => zoneId))).toEqual(new Set(["imaging"]));
});

test("publishing assesses new zones and removed ones", async () => {
  const scene = await aScene(database);
  const zone = aZone({ id: "lab", name: "Laboratory" });
  const came = await expectExactly(
    scene,
    () => publishing(scene, { type: "add-zone", zone, place: null }),
    2,
  );
  expect(came[0]?.changes.map(({ zoneName, verdictBefore }) => [zoneName, verdictBefore])).toEqual([
    ["Laboratory", null],
    ["Laboratory", null],
  ]);
  const went = await expectExactly(scene, () => publishing(scene, { type: "delete-zone", zoneId: "lab" }), 2);
  expect(went[0]?.changes.map(({ zoneName, verdictAfter }) => [zoneName, verdictAfter])).toEqual([
    ["Laboratory", null],
    ["Laboratory", null],
  ]);
});

test("a channel of a conduit concerns the zones at both ends", async () => {
  const scene = await aScene(database);
  const channels = [aChannel({ ports: "11112" })];
  const added = await expectExactly(
    scene,
    () => publishing(scene, { type: "update-conduit", conduitId: "line", changes: { channels } }),
    4,
  );
  expect(countsOf(added)).toEqual([["revision-published", 4, 0]]);
});

test("what decides nothing assesses nothing: names, owners, zones without a target", async () => {
  const scene = await aScene(database);
  await expectExactly(
    scene,
    () =>
      publishing(
        scene,
        { type: "update-zone", zoneId: "imaging", changes: { name: "Renamed", owner: "Others" } },
        { type: "update-zone", zoneId: "outside", changes: { purpose: "Elsewhere" } },
      ),
    0,
  );
  expect(await listed(scene.officer)).toHaveLength(2);
});

test("signing compares the new version with the one that was seen before", async () => {
  const scene = await aScene(database);
  const { supplier, weak } = scene;
  const better = await expectExactly(
    scene,
    () => signNext(supplier, weak.releaseId, { answers: meetingLevel(1) }),
    2,
  );
  expect(better).toMatchObject([
    { cause: "declaration-signed", personId: null, subject: { declarationVersion: 2, step: "visible" } },
  ]);
  expect(verdictsIn(better)).toContain("does-not-conform → conforms");
  const same = await expectExactly(scene, () => signNext(supplier, weak.releaseId, {}), 2);
  expect(countsOf(same)).toEqual([["declaration-signed", 2, 0]]);
});

test("the first declaration of a release is new in every zone, of a private one nobody learns", async () => {
  const scene = await aScene(database);
  const fresh = await expectExactly(scene, () => aRelease(scene.supplier, { answers: meetingLevel(1) }), 2);
  expect(verdictsIn(fresh).every((verdicts) => verdicts.startsWith("– → "))).toBe(true);
  const { weak, supplier } = scene;
  const { declarationId } = weak;
  const hidden = await expectExactly(
    scene,
    async () => accepted(await shareDeclaration(supplier, { declarationId, visibility: "private" })),
    2,
  );
  expect(hidden).toMatchObject([{ cause: "declaration-shared", subject: { step: "hidden" }, changed: 2 }]);
  const shown = await expectExactly(
    scene,
    async () => accepted(await shareDeclaration(supplier, { declarationId, visibility: "all-hospitals" })),
    2,
  );
  expect(shown).toMatchObject([{ cause: "declaration-shared", subject: { step: "visible" } }]);
  await expectExactly(
    scene,
    async () =>
      accepted(await shareDeclaration(supplier, { declarationId, visibility: "requesting-hospitals" })),
    0,
  );
});

test("a private declaration sent as the answer is seen from then on, and no longer once the request has ended", async () => {
  const scene = await aScene(database);
  const { officer, supplier, strong, modelId } = scene;
  const { declarationId } = strong;
  accepted(await shareDeclaration(supplier, { declarationId, visibility: "private" }));
  const requestId = await ask(officer, modelId, supplier);
  accepted(await acceptRequest(supplier, { requestId }));
  const sent = await expectExactly(
    scene,
    async () => accepted(await answerRequest(supplier, { requestId, declarationId })),
    2,
  );
  expect(sent).toMatchObject([{ cause: "declaration-shared", personId: null, changed: 2 }]);
  const ended = await expectExactly(
    scene,
    async () => accepted(await withdrawRequest(officer, { requestId })),
    2,
  );
  expect(ended).toMatchObject([{ subject: { step: "hidden" }, personId: officer.actor.personId }]);
});

test("declining the only request hides what only those who asked may see", async () => {
  const scene = await aScene(database);
  const other = await aScene(database);
  const requestId = await ask(other.officer, other.modelId, scene.supplier);
  const hidden = await expectExactly(
    other,
    async () => accepted(await declineRequest(scene.supplier, { requestId, reason: "No" })),
    4,
  );
  expect(verdictsIn(hidden).every((verdicts) => verdicts.endsWith(" → –"))).toBe(true);
});

test("a policy concerns the zones in which another value holds now", async () => {
  const scene = await aScene(database);
  await publishing(scene, { type: "update-zone", zoneId: "imaging", changes: { policy: {} } });
  const policy = { layer: { signedUpdates: false }, reason: "Too early", version: 0 };
  const added = await expectExactly(
    scene,
    async () => accepted(await setOrganisationPolicy(scene.lead, policy)),
    2,
  );
  expect(added).toMatchObject([{ cause: "policy-changed", subject: { version: 1 } }]);
  expect(added.flatMap(({ changes }) => changes.map(({ zoneId }) => zoneId))).not.toContain("archive");
});

async function proposedOn(scene: Scene, elementKind: "zone" | "conduit", elementId: string): Promise<string> {
  const proposal = {
    ...{ modelId: scene.modelId, elementKind, elementId, title: "Jump host", description: "All sign-ins" },
    ...{ requirementIds: ["CR 1.1", "CR 2.1"], evidence: "Test of 3 November", expiresOn: "" },
  };
  return accepted(await proposeCountermeasure(scene.engineer, proposal)).id;
}

test.each([
  ["zone", "imaging", 2],
  ["conduit", "line", 4],
] as const)("a countermeasure on a %s concerns the zones it stands on", async (kind, elementId, assessed) => {
  const scene = await aScene(database);
  const { lead } = scene;
  const countermeasureId = await proposedOn(scene, kind, elementId);
  expect(await listed(scene.officer)).toHaveLength(2);
  const accept = { countermeasureId, decision: "accept" };
  const made = await expectExactly(
    scene,
    async () => accepted(await decideCountermeasure(lead, accept)),
    assessed,
  );
  expect(made).toMatchObject([
    { cause: "countermeasure-changed", subject: { title: "Jump host", step: "accepted" } },
  ]);
  expect(verdictsIn(made)).toContain("does-not-conform → conforms-with-conditions");
  const withdrawn = await expectExactly(
    scene,
    async () => accepted(await withdrawCountermeasure(lead, { countermeasureId, reason: "Removed" })),
    assessed,
  );
  expect(withdrawn).toMatchObject([{ subject: { step: "withdrawn" } }]);
  expect(pairsIn(withdrawn)).toEqual(pairsIn(made));
});

test("a proposal that is refused or withdrawn, and one on a zone that is only drawn, assess nothing", async () => {
  const scene = await aScene(database);
  const { lead, engineer } = scene;
  const [first, second] = [
    await proposedOn(scene, "zone", "imaging"),
    await proposedOn(scene, "zone", "imaging"),
  ];
  const refusal = { countermeasureId: first, decision: "refuse", reason: "No test" };
  await expectExactly(scene, async () => accepted(await decideCountermeasure(lead, refusal)), 0);
  const withdrawal = { countermeasureId: second, reason: "Wrong zone" };
  await expectExactly(scene, async () => accepted(await withdrawCountermeasure(engineer, withdrawal)), 0);
  const outside = { countermeasureId: await proposedOn(scene, "zone", "outside"), decision: "accept" };
  await expectExactly(scene, async () => accepted(await decideCountermeasure(lead, outside)), 0);
});

test("nothing of all this shows in another hospital, not even in one that sees the same supplier's declarations", async () => {
  const scene = await aScene(database);
  const stranger = await aScene(database);
  const before = await listed(stranger.officer);
  await publishing(scene, raised("imaging", 3));
  await signNext(scene.supplier, scene.weak.releaseId, { answers: meetingLevel(1) });
  await proposedOn(scene, "zone", "imaging");
  expect(await listed(stranger.officer)).toEqual(before);

  await ask(stranger.officer, stranger.modelId, scene.supplier);
  const own = await addedBy(stranger.officer, () =>
    signNext(scene.supplier, scene.weak.releaseId, { answers: meetingLevel(2) }),
  );
  expect(own).toMatchObject([{ cause: "declaration-signed", assessed: 2 }]);
  const zones = own.flatMap(({ changes }) => changes.map(({ modelId }) => modelId));
  expect(new Set(zones)).toEqual(new Set([stranger.modelId]));
});

test("a step that is refused leaves nothing in the list", async () => {
  const scene = await aScene(database);
  const countermeasureId = await proposedOn(scene, "zone", "imaging");
  const own = await decideCountermeasure(
    { ...scene.lead, actor: { ...scene.lead.actor, personId: scene.engineer.actor.personId } },
    { countermeasureId, decision: "accept" },
  );
  expect(own).toMatchObject({ ok: false, refusal: { code: "same-person" } });
  expect(await listed(scene.officer)).toHaveLength(2);
});
