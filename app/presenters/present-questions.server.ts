import type { Side } from "~/domain/dialogue/dialogue";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import {
  assessAsSent,
  findRequestBetween,
  findSpokenOf,
  type RequestBetween,
} from "~/use-cases/dialogue/request-between.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { presentDialogue } from "./dialogue-parts.server";

type Asked = { requestId: string; findingId: string | null; declarationId: string | null };

/** All questions of one request for one side, and what a new one would be about. */
export async function presentQuestions(caller: Caller, side: Side, asked: Asked) {
  const { actor, database } = caller;
  requirePermission(actor, side === "hospital" ? "request.read" : "received-request.read");
  requirePermission(actor, "question.read");
  const request = await findRequestBetween(database.read, actor, asked.requestId);
  const declarationId = asked.declarationId ?? request.declarationId;
  const findings = declarationId === null ? [] : await findingsOf(caller, request, declarationId);
  const finding = findings.find(({ id }) => id === asked.findingId);
  return {
    subject: request.subject,
    dialogue: await presentDialogue(caller, request, findings),
    about: finding && declarationId ? { findingId: finding.id, declarationId, reason: finding.reason } : null,
    /** The address names a finding that the assessment as it was sent does not have. */
    isUnknownFinding: asked.findingId !== null && finding === undefined,
  };
}

async function findingsOf({ actor, database, now }: Caller, request: RequestBetween, declarationId: string) {
  try {
    const content = await findSpokenOf(database.read, actor, request, declarationId);
    return assessAsSent(request, content, toIsoDate(now)).findings;
  } catch (error) {
    // It is not to be seen any more, or never was: the questions still are.
    if (error instanceof AppError && error.code === "not-found") return [];
    throw error;
  }
}
