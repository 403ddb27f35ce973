import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import type { Finding } from "~/domain/assessment/assessment";
import type { DeclarationContent, DeclarationState } from "~/domain/declaration/declaration";
import { toIsoDate } from "~/domain/shared/iso-date";
import { assessAsSent, findRequestBetween } from "~/use-cases/dialogue/request-between.server";
import type { Caller } from "~/use-cases/use-case.server";
import type { NamedDeclaration } from "~db/repositories/declarations";
import type { ReceivedRequest } from "~db/repositories/intake-requests";
import { findReceivedReturn } from "~db/repositories/received-returns";
import { currentOf } from "./declaration-summary.server";
import { presentDialogue } from "./dialogue-parts.server";

/**
 * What is open of one request in one declaration, and what was said about it. The declaration: the one asked for, else
 * the correction of a returned one, the one that was sent, or the first that there is. Everything is judged against the
 * profile as it was sent.
 */
export async function presentReceivedFindings(
  caller: Caller,
  request: ReceivedRequest,
  declarations: ReadonlyArray<NamedDeclaration>,
  wantedId: string | null,
) {
  const { actor, database, now } = caller;
  const [between, returned] = await Promise.all([
    findRequestBetween(database.read, actor, request.id),
    request.state === "accepted"
      ? findReceivedReturn(database.read, actor.organisationId, request.id)
      : undefined,
  ]);
  const find = (id: string | null | undefined) => declarations.find((one) => one.id === id);
  const sentBack = find(returned?.declarationId);
  const draft = sentBack && currentOf(declarations, sentBack.releaseId).draft;
  const spokenOf = find(wantedId) ?? draft ?? sentBack ?? find(request.declarationId) ?? declarations[0];
  const today = toIsoDate(now);
  const judge = ({ content }: { content: DeclarationContent }) => assessAsSent(between, content, today);
  const findings = spokenOf ? judge(spokenOf).findings : [];
  const before = sentBack && spokenOf === draft ? judge(sentBack).findings.filter(isOpen) : [];
  const open = findings.filter(isOpen).toSorted(compareWeight);
  const stillOpen = new Set(open.map(({ id }) => id));
  const done = before.filter(({ id }) => !stillOpen.has(id));
  return {
    spokenOf: spokenOf ? toName(spokenOf) : null,
    findings: [
      ...open.map((finding) => ({ ...toItem(finding), isDone: false })),
      ...done.map((finding) => ({ ...toItem(finding), isDone: true })),
    ],
    returned:
      returned && sentBack
        ? {
            reason: returned.reason,
            at: returned.returnedAt.toISOString(),
            version: sentBack.version,
            releaseId: sentBack.releaseId,
            /** The correction that is being written. */
            draftId: draft?.id ?? null,
          }
        : null,
    dialogue: await presentDialogue(caller, between, [...findings, ...done]),
  };
}

/** What somebody still has to do something about. */
export function isOpen({ severity }: Pick<Finding, "severity">): boolean {
  return severity === "gap" || severity === "open" || severity === "condition";
}

const WEIGHT = ["gap", "open", "condition"];

/** What decides against the product first; otherwise in the order of the checks. */
function compareWeight(a: Pick<Finding, "severity">, b: Pick<Finding, "severity">): number {
  return WEIGHT.indexOf(a.severity) - WEIGHT.indexOf(b.severity);
}

function toItem({ id, checkId, severity, reason, requirementIds, waysToClose }: Finding) {
  return {
    ...{ id, checkId, severity, reason },
    ways: waysToClose.filter(({ by }) => by === "supplier").map(({ message }) => message),
    rows: requirementIds.map((requirementId) => ({
      requirementId,
      foundationalRequirement:
        COMPONENT_REQUIREMENT_BY_ID.get(requirementId)?.foundationalRequirement ?? null,
    })),
  };
}

function toName(declaration: NamedDeclaration): {
  id: string;
  version: number;
  state: DeclarationState;
  productName: string;
  releaseVersion: string;
} {
  const { id, version, state, productName, releaseVersion } = declaration;
  return { id, version, state, productName, releaseVersion };
}
