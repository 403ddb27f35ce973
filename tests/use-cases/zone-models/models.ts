import { expect } from "vitest";
import type { Role } from "~/domain/access/role";
import type { Result } from "~/domain/shared/result";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import type { Caller } from "~/use-cases/use-case.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import type { Database } from "~db/client";
import { listAuditEntries } from "~db/repositories/audit";
import { aCaller, aHospitalCaller } from "../../builders/database";
import { aZone } from "../../builders/zone-model";

/** The value of an accepted outcome; fails the test with the refusal otherwise. */
export function accepted<Value>(outcome: Result<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The code of a refusal. */
export function refusedAs(outcome: Result<unknown, { code: string }>): string {
  expect(outcome.ok).toBe(false);
  return outcome.ok ? "accepted" : outcome.refusal.code;
}

/** A security engineer with an empty model of their hospital. */
export async function aModel(database: Database): Promise<{ caller: Caller; modelId: string }> {
  const caller = await aHospitalCaller(database, "security-engineer");
  const created = await createZoneModel(caller, { siteName: "Campus", name: "Building B" });
  return { caller, modelId: accepted(created).id };
}

/** Another person of the same hospital. */
export async function aColleague(
  { actor, database }: Caller,
  ...roles: ReadonlyArray<Role>
): Promise<Caller> {
  return aCaller(database, { organisationId: actor.organisationId, kind: "hospital", roles });
}

/** A model with one zone at version 1. */
export async function aDrawnModel(database: Database): Promise<{ caller: Caller; modelId: string }> {
  const made = await aModel(database);
  accepted(await edit(made.caller, made.modelId, 0, adding("imaging")));
  return made;
}

export function edit(
  caller: Caller,
  modelId: string,
  version: number,
  ...commands: ReadonlyArray<ZoneModelCommand>
) {
  return editZoneModel(caller, { modelId, version, commands });
}

export function adding(id: string): ZoneModelCommand {
  return { type: "add-zone", zone: aZone({ id }), place: null };
}

export function renaming(zoneId: string, name: string): ZoneModelCommand {
  return { type: "update-zone", zoneId, changes: { name } };
}

/** Actions of the organisation's audit entries, oldest first. */
export async function auditOf({ actor, database }: Caller): Promise<ReadonlyArray<string>> {
  const entries = await listAuditEntries(database.read, actor.organisationId, { limit: 100 });
  return entries.map(({ action }) => action).reverse();
}
