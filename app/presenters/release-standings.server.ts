import { judge } from "~/domain/assessment/assess";
import type { Verdict } from "~/domain/assessment/assessment";
import { demandedProgress } from "~/domain/declaration/progress";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { NamedDeclaration } from "~db/repositories/declarations";
import type { ReceivedRequest } from "~db/repositories/intake-requests";
import { currentOf, toSummary } from "./declaration-summary.server";

type Judged = { requestId: string; verdict: Verdict };
export type VerdictCount = { verdict: Verdict; count: number };

const ORDER: ReadonlyArray<Verdict> = [
  ...(["conforms", "conforms-with-conditions", "incomplete", "does-not-conform"] as const),
];

/** What a release has for an answer: its last signed declaration that is in use, else what is being written. */
export function answerOf(
  declarations: ReadonlyArray<NamedDeclaration>,
  releaseId: string,
): NamedDeclaration | null {
  const { signed, draft } = currentOf(declarations, releaseId);
  return signed?.withdrawnAt === null ? signed : draft;
}

/** The verdict of one declaration against every request, each against the profile as it was sent. */
export function judgeRequests(
  requests: ReadonlyArray<ReceivedRequest>,
  { content }: Pick<NamedDeclaration, "content">,
  asOf: IsoDate,
): ReadonlyArray<Judged> {
  return requests.map(({ id, snapshot }) => ({
    requestId: id,
    verdict: judge(snapshot.profile, content, asOf).verdict,
  }));
}

/** Where a release stands: what is signed, which requests it answers and how, and how it would answer the open ones. */
export function standingOf(
  { releaseId, declarations }: { releaseId: string; declarations: ReadonlyArray<NamedDeclaration> },
  requests: ReadonlyArray<ReceivedRequest>,
  asOf: IsoDate,
) {
  const own = declarations.filter((declaration) => declaration.releaseId === releaseId);
  const { signed, draft } = currentOf(declarations, releaseId);
  const answer = answerOf(declarations, releaseId);
  const sentTo = requests.filter(
    ({ state, declarationId }) =>
      (state === "declared" || state === "decided") && own.some(({ id }) => id === declarationId),
  );
  const sent = sentTo.flatMap((request) => {
    const declaration = own.find(({ id }) => id === request.declarationId);
    return declaration ? judgeRequests([request], declaration, asOf) : [];
  });
  const open = requests.filter(({ state }) => state === "sent" || state === "accepted");
  return {
    releaseId,
    signed: signed ? toSummary(signed) : null,
    isWithdrawn: signed?.withdrawnAt != null,
    draft: draft ? toSummary(draft) : null,
    sent: countVerdicts(sent),
    open: answer ? countVerdicts(judgeRequests(open, answer, asOf)) : [],
  };
}

function countVerdicts(judged: ReadonlyArray<Judged>): ReadonlyArray<VerdictCount> {
  return ORDER.map((verdict) => ({
    verdict,
    count: judged.filter((one) => one.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
}

/**
 * How far the answer to a request is: of the declaration that was sent, else of the one that has answered most of the
 * rows it demands, and of several such the one with the least against it. Null where there is no declaration yet.
 */
export function progressOfRequest(
  { snapshot, declarationId }: ReceivedRequest,
  declarations: ReadonlyArray<NamedDeclaration>,
  asOf: IsoDate,
): { declarationId: string; productName: string; answered: number; demanded: number } | null {
  const sent = declarations.filter(({ id }) => id === declarationId);
  const candidates = (sent.length > 0 ? sent : declarations).map(({ id, productName, content }) => ({
    ...{ declarationId: id, productName },
    ...demandedProgress(content, snapshot.profile),
    against: judge(snapshot.profile, content, asOf).findings.filter(({ severity }) => severity === "gap")
      .length,
  }));
  const share = ({ answered, demanded }: { answered: number; demanded: number }) =>
    demanded === 0 ? 1 : answered / demanded;
  const [best] = candidates.toSorted((a, b) => share(b) - share(a) || a.against - b.against);
  if (!best) return null;
  const { against: _, ...progress } = best;
  return progress;
}
