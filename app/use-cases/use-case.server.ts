import type { z } from "zod";
import { type Action, mayDo, needsStepUp, type StepUpAction } from "~/domain/access/permissions";
import type { Actor } from "~/domain/access/role";
import type { StepUpRefusal } from "~/domain/access/step-up";
import { AppError } from "~/domain/shared/app-error";
import { type Result, refuse } from "~/domain/shared/result";
import { type Database, type Db, transactWhenOk } from "~db/client";
import { appendAuditEntry } from "~db/repositories/audit";

/** Who calls, when, and where from ids come: nothing below this line has a clock or makes ids of its own. */
export type Caller = {
  database: Database;
  actor: Actor;
  now: Date;
  newId: () => string;
  /** Whether the person has given the password within the last 15 minutes. */
  isSteppedUp: boolean;
};

/** A caller without a session: signing in, accepting an invitation. */
export type Visitor = Omit<Caller, "actor" | "isSteppedUp">;

/** By field path, e.g. `slTarget.IAC`: keys of messages, never sentences. `""` holds what concerns the whole form. */
export type FieldErrors = Readonly<Record<string, ReadonlyArray<string>>>;
export type InvalidInput = { code: "invalid-input"; fields: FieldErrors };

/** What an accepted change was about, for the audit entry. `id` is the subject. */
type Subject = { id: string };

type Step<Input, Who> = { db: Db; input: Input; now: Date; newId: () => string; actor: Who };

type Invalid = { ok: false; refusal: InvalidInput };

export type StepUpRefused = { ok: false; refusal: StepUpRefusal };
const STEP_UP_NEEDED: StepUpRefused = { ok: false, refusal: { code: "step-up", reason: "needed" } };

type Definition<Named extends Action, Schema extends z.ZodType, Outcome extends Result<Subject, unknown>> = {
  action: Named;
  input: Schema;
  run(step: Step<z.output<Schema>, Actor>): Promise<Outcome>;
  /**
   * What the audit entry tells besides the subject; references, never personal data or secrets. Write it after
   * `run`, from which TypeScript knows the value.
   */
  audit?: (input: z.output<Schema>, value: Accepted<Outcome>) => Readonly<Record<string, unknown>>;
};
/** So that a wrong value is told from a missing one. */
const REPORT_INPUT = { reportInput: true };

type Accepted<Outcome> = Extract<Outcome, { ok: true }> extends { value: infer Value } ? Value : never;

/**
 * The only door to a write: permission, step-up, input, one transaction, run, audit entry. A refusal writes nothing,
 * and without its audit entry no change is kept.
 */
export function useCase<
  Named extends Action,
  Schema extends z.ZodType,
  Outcome extends Result<Subject, unknown>,
>(definition: Definition<Named, Schema, Outcome>) {
  const operation = async (
    caller: Caller,
    raw: unknown,
  ): Promise<Outcome | Invalid | (Named extends StepUpAction ? StepUpRefused : never)> => {
    const { actor, now, newId, database } = caller;
    requirePermission(actor, definition.action);
    // The table has just told that the action is one of those, which the generic type cannot follow.
    if (needsStepUp(definition.action) && !caller.isSteppedUp)
      return STEP_UP_NEEDED as Named extends StepUpAction ? StepUpRefused : never;
    const parsed = definition.input.safeParse(raw, REPORT_INPUT);
    if (!parsed.success) return refuse(toInvalidInput(parsed.error));
    return transactWhenOk(database, async (db) => {
      const outcome = await definition.run({ db, actor, input: parsed.data, now, newId });
      if (outcome.ok)
        await appendAuditEntry(db, {
          at: now,
          action: definition.action,
          personId: actor.personId,
          organisationId: actor.organisationId,
          subjectId: outcome.value.id,
          // The outcome is ok, which the generic type cannot tell.
          details: definition.audit?.(parsed.data, outcome.value as Accepted<Outcome>) ?? {},
        });
      return outcome;
    });
  };
  return Object.assign(operation, { action: definition.action });
}

/** Operations that need no membership; each is listed here and tested by name. */
export const OPEN_ACTIONS = [
  "session.sign-in",
  "session.sign-out",
  "session.switch-organisation",
  "session.step-up",
  "session.refuse-step-up",
  "invitation.accept",
  "organisation.create",
  "asked-request.decline",
  "asked-attachment.read",
  "asked-request.export",
] as const;
export type OpenAction = (typeof OPEN_ACTIONS)[number];

type OpenSubject = Subject & {
  personId: string | null;
  organisationId: string | null;
  /** As what `audit` of a use case answers. */
  details?: Readonly<Record<string, unknown>>;
};
type OpenDefinition<Schema extends z.ZodType, Outcome extends Result<OpenSubject, unknown>> = {
  action: OpenAction;
  input: Schema;
  run(step: Omit<Step<z.output<Schema>, never>, "actor">): Promise<Outcome>;
};

/** The same door for people who act for no organisation yet. */
export function openUseCase<Schema extends z.ZodType, Outcome extends Result<OpenSubject, unknown>>(
  definition: OpenDefinition<Schema, Outcome>,
) {
  const operation = async (visitor: Visitor, raw: unknown): Promise<Outcome | Invalid> => {
    const { now, newId, database } = visitor;
    const parsed = definition.input.safeParse(raw, REPORT_INPUT);
    if (!parsed.success) return refuse(toInvalidInput(parsed.error));
    return transactWhenOk(database, async (db) => {
      const outcome = await definition.run({ db, input: parsed.data, now, newId });
      if (outcome.ok)
        await appendAuditEntry(db, {
          at: now,
          action: definition.action,
          personId: outcome.value.personId,
          organisationId: outcome.value.organisationId,
          subjectId: outcome.value.id,
          details: outcome.value.details ?? {},
        });
      return outcome;
    });
  };
  return Object.assign(operation, { action: definition.action });
}

/** Throws `forbidden` where none of the actor's roles grants the action. */
export function requirePermission(actor: Actor, action: Action): void {
  if (!mayDo(actor, action)) throw new AppError("forbidden", `your roles do not include ${action}`);
}

/** Zod's issues as message keys by field path. */
export function toInvalidInput(error: z.ZodError): InvalidInput {
  const fields: Record<string, Array<string>> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    const keys = fields[path] ?? [];
    fields[path] = keys;
    const key = toMessageKey(issue);
    if (!keys.includes(key)) keys.push(key);
  }
  return { code: "invalid-input", fields };
}

/** Our schemas name a message key where they can; anything else falls back to one per kind of issue. */
function toMessageKey(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)*$/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "too_big":
      return issue.origin === "number" ? "too-big" : "too-long";
    case "too_small":
      return issue.origin === "number" ? "too-small" : "required";
    case "invalid_type":
      return issue.input === undefined ? "required" : "invalid";
    case "unrecognized_keys":
      return "unknown-field";
    case "invalid_format":
      return issue.format === "email"
        ? "invalid-email"
        : issue.format === "date"
          ? "invalid-date"
          : "invalid";
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "invalid_value":
    case "not_multiple_of":
    case "custom":
      return "invalid";
  }
}
