import type { Actor } from "~/domain/access/role";
import type { Mover } from "~/domain/countermeasure/countermeasure";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { Db } from "~db/client";
import {
  type CountermeasureRecord,
  type CountermeasureStep,
  findCountermeasure,
  saveCountermeasureStep,
} from "~db/repositories/countermeasures";

/** Throws `not-found` for a missing and for another hospital's entry alike. */
export async function requireCountermeasure(
  db: Db,
  organisationId: string,
  id: string,
): Promise<CountermeasureRecord> {
  const countermeasure = await findCountermeasure(db, organisationId, id);
  if (!countermeasure) throw new AppError("not-found", "there is no such countermeasure");
  return countermeasure;
}

/** The person as the moves see them. */
export function toMover({ personId, roles }: Actor, now: Date): Mover {
  return { personId, isLead: roles.includes("security-lead"), asOf: toIsoDate(now) };
}

/** Throws a conflict where the entry has moved since it was read. */
export async function saveStep(
  db: Db,
  organisationId: string,
  countermeasure: CountermeasureRecord,
  step: CountermeasureStep,
): Promise<CountermeasureRecord> {
  const isSaved = await saveCountermeasureStep(db, organisationId, countermeasure, step);
  if (!isSaved) throw new AppError("conflict", "the countermeasure has changed meanwhile");
  return { ...countermeasure, ...step };
}
