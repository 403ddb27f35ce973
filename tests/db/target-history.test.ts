import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fingerprintOfTarget,
  saidFields,
  type TargetEdit,
  type TargetedElement,
  targetHistory,
} from "~/domain/risk/target-record";
import { flatVector } from "~/domain/security-level/security-level";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { saveNewSite } from "~db/repositories/sites";
import type { TargetAcceptance } from "~db/repositories/target-acceptances";
import { findAcceptedRecords, listTargetAuthors, listTargetChanges } from "~db/repositories/target-history";
import { saveDraft, saveNewZoneModel } from "~db/repositories/zone-models";
import { aCaller, aDatabase, aHospitalCaller, NOW } from "../builders/database";
import { aZone } from "../builders/zone-model";
import { acceptedOf, someCommands } from "../domain/zone-model/arbitraries";

const database = aDatabase();
const minute = (count: number) => new Date(NOW.getTime() + count * 60_000);

/** A model in which three people take turns, a minute apart. */
async function aModelOf(commands: Parameters<typeof acceptedOf>[1]) {
  const { actor } = await aHospitalCaller(database(), "security-engineer");
  const { organisationId } = actor;
  const others = await Promise.all(
    [1, 2].map(() =>
      aCaller(database(), { organisationId, kind: "hospital", roles: ["security-lead"] }).then(
        (caller) => caller.actor.personId,
      ),
    ),
  );
  const people = [actor.personId, ...others];
  const edits: Array<TargetEdit> = [];
  const steps = acceptedOf(EMPTY_ZONE_MODEL, commands);
  await database().transaction(async (db) => {
    await saveNewSite(db, { organisationId, id: "site", name: "Campus", createdAt: NOW });
    await saveNewZoneModel(db, organisationId, {
      ...{ id: "model", siteId: "site", name: "M", purpose: "", createdBy: actor.personId, createdAt: NOW },
    });
    edits.length = 0;
    for (const [version, { command, after }] of steps.entries()) {
      const personId = people[version % people.length] ?? "";
      const at = minute(version + 1);
      edits.push({ personId, at: at.toISOString(), commands: [command] });
      const save = { modelId: "model", version, draft: after, commands: [command], personId, at };
      await saveDraft(db, organisationId, save);
    }
  });
  return { organisationId, people, steps, edits };
}

const ELEMENTS: ReadonlyArray<TargetedElement> = ["a", "b", "c", "d", "e", "constructor"].flatMap((id) => [
  { kind: "zone" as const, id },
  { kind: "conduit" as const, id },
]);

test("authors, changes and what was accepted are the same as by reading the whole history", async () => {
  const drawn = fc.sample(someCommands, { numRuns: 15, seed: 11 }).flat();
  const { organisationId, steps, edits } = await aModelOf(drawn);
  const { zones, conduits } = steps.at(-1)?.after ?? EMPTY_ZONE_MODEL;
  const asked = { authors: 0, changes: 0, accepted: 0 };
  for (const element of ELEMENTS) {
    const target = (element.kind === "zone" ? zones : conduits).find(({ id }) => id === element.id);
    const history = targetHistory(edits, element);
    const since = minute(Math.floor(edits.length / 2));
    const changes = await listTargetChanges(database().read, organisationId, {
      ...{ modelId: "model", element, since },
    });
    expect(changes, element.id).toEqual(history.filter(({ at }) => at > since.toISOString()));
    asked.changes += changes.length;
    if (!target) continue;
    const expected = saidFields(target).flatMap(
      (field) => history.findLast(({ fields }) => fields.includes(field))?.personId ?? [],
    );
    const found = await listTargetAuthors(database().read, organisationId, {
      ...{ modelId: "model", element, target },
    });
    expect([...found].sort(), element.id).toEqual([...new Set(expected)].sort());
    asked.authors += found.length;
  }
  const acceptances = steps.flatMap(({ after }, version): ReadonlyArray<TargetAcceptance> => {
    const of = (
      kind: "zone" | "conduit",
      element: (typeof after.zones)[number] | (typeof after.conduits)[number],
    ) => anAcceptance(organisationId, `${version} ${kind} ${element.id}`, { kind, id: element.id }, element);
    return [
      ...after.zones.map((zone) => of("zone", zone)),
      ...after.conduits.map((conduit) => of("conduit", conduit)),
    ];
  });
  const records = await findAcceptedRecords(database().read, organisationId, "model", acceptances);
  for (const { id, fingerprint } of acceptances) {
    const kept = records.get(id);
    expect(kept && fingerprintOfTarget(kept.record), id).toBe(fingerprint);
    asked.accepted += 1;
  }
  expect(asked.authors).toBeGreaterThan(3);
  expect(asked.changes).toBeGreaterThan(10);
  expect(asked.accepted).toBeGreaterThan(100);
});

type Target = Parameters<typeof fingerprintOfTarget>[0];

function anAcceptance(
  organisationId: string,
  id: string,
  element: TargetedElement,
  target: Target,
): TargetAcceptance {
  return {
    ...{ organisationId, id, modelId: "model", elementKind: element.kind, elementId: element.id },
    fingerprint: fingerprintOfTarget(target),
    slTarget: target.slTarget ?? flatVector(0),
    ...{ note: "", acceptedBy: "", acceptedAt: NOW, withdrawnAt: null, withdrawalReason: null },
  };
}

/** The same database, with every question to it counted. */
function counted(db: Db): { db: Db; questions: () => number } {
  let questions = 0;
  const counting = new Proxy(db, {
    get(target, name) {
      if (name === "select") questions += 1;
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  return { db: counting, questions: () => questions };
}

test("however long the history, authors are found by a question for each field", async () => {
  const { organisationId, people, steps } = await aModelOf([
    { type: "add-zone", zone: aZone({ id: "imaging", slTarget: flatVector(2) }), place: null },
    { type: "add-zone", zone: aZone({ id: "ward" }), place: null },
    ...Array.from({ length: 300 }, (_, number) => ({
      type: "set-sl-target" as const,
      zoneId: "ward",
      slTarget: flatVector(number % 2 === 0 ? 1 : 3),
      rationale: `imaging ${number}`,
    })),
    // Mentions the zone and writes nothing to its target.
    ...Array.from({ length: 30 }, (_, number) => ({
      type: "update-zone" as const,
      zoneId: "imaging",
      changes: { name: `Imaging ${number}` },
    })),
  ]);
  expect(steps).toHaveLength(332);
  const target = steps.at(-1)?.after.zones.find(({ id }) => id === "imaging");
  if (!target) throw new Error("the zone was drawn");
  const { db, questions } = counted(database().read);
  const element = { kind: "zone" as const, id: "imaging" };
  const authors = await listTargetAuthors(db, organisationId, { modelId: "model", element, target });
  expect(authors).toEqual([people[0]]);
  expect(questions()).toBe(saidFields(target).length);
});

test("another organisation's history answers nothing", async () => {
  const { steps } = await aModelOf([
    { type: "add-zone", zone: aZone({ id: "imaging", slTarget: flatVector(2) }), place: null },
  ]);
  const [target] = steps.at(-1)?.after.zones ?? [];
  if (!target) throw new Error("the zone was drawn");
  const element = { kind: "zone" as const, id: "imaging" };
  const place = { modelId: "model", element };
  expect(await listTargetAuthors(database().read, "elsewhere", { ...place, target })).toEqual([]);
  expect(await listTargetChanges(database().read, "elsewhere", { ...place, since: NOW })).toEqual([]);
  const acceptance = anAcceptance("elsewhere", "1", element, target);
  expect((await findAcceptedRecords(database().read, "elsewhere", "model", [acceptance])).size).toBe(0);
});
