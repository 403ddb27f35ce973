import type { Actor } from "~/domain/access/role";
import type { Exception, ExceptionMover } from "~/domain/procurement/exception";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { Db } from "~db/client";
import {
  type ExceptionRecord,
  type ExceptionStep,
  findException,
  saveExceptionStep,
} from "~db/repositories/exceptions";

/** Throws `not-found` for a missing and for another hospital's exception alike. */
export async function requireException(db: Db, organisationId: string, id: string): Promise<ExceptionRecord> {
  const exception = await findException(db, organisationId, id);
  if (!exception) throw new AppError("not-found", "there is no such exception");
  return exception;
}

/** The exception as the core sees it. */
export function toException<Record extends Pick<ExceptionRecord, keyof Exception & keyof ExceptionRecord>>(
  record: Record & Pick<ExceptionRecord, "decidedAt" | "state">,
): Record & Exception {
  const isGranted = record.state === "granted" || record.state === "revoked";
  return { ...record, grantedOn: isGranted && record.decidedAt ? toIsoDate(record.decidedAt) : null };
}

/** The person as the moves see them. */
export function toExceptionMover({ personId, roles }: Actor, now: Date): ExceptionMover {
  return { personId, isLead: roles.includes("security-lead"), asOf: toIsoDate(now) };
}

/** Throws a conflict where the exception has moved since it was read. */
export async function saveStep(
  db: Db,
  organisationId: string,
  exception: ExceptionRecord,
  step: ExceptionStep,
): Promise<void> {
  const isSaved = await saveExceptionStep(db, organisationId, exception, step);
  if (!isSaved) throw new AppError("conflict", "the exception has changed meanwhile");
}
