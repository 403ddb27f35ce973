import type { DeclarationContent } from "~/domain/declaration/declaration";
import { toIsoDate } from "~/domain/shared/iso-date";
import { assessAsSent, findRequestBetween } from "~/use-cases/dialogue/request-between.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listRequestsAnsweredBy } from "~db/repositories/intake-requests";
import { presentDialogue } from "./dialogue-parts.server";

/**
 * What hospital and supplier say about one declaration in one zone: the questions of the request that it answers, the one
 * named or the newest, and the findings that can be asked about. Null where no request is answered by it.
 */
export async function presentDialogueOfPair(
  caller: Caller,
  pair: { modelId: string; zoneId: string; declarationId: string; requestId: string | null },
  content: DeclarationContent,
) {
  const { actor, database, now } = caller;
  const requests = await listRequestsAnsweredBy(
    database.read,
    actor.organisationId,
    pair,
    { declarationId: pair.declarationId },
    ["declared", "decided"],
  );
  const chosen = requests.find(({ id }) => id === pair.requestId) ?? requests.at(-1);
  if (!chosen) return null;
  const request = await findRequestBetween(database.read, actor, chosen.id);
  const { findings } = assessAsSent(request, content, toIsoDate(now));
  return {
    ...(await presentDialogue(caller, request, findings)),
    /** What only the hospital's own profile has is not among them. */
    askable: findings.map(({ id }) => id),
  };
}
