import { countBy } from "~/domain/management/coverage";
import { MONTHS_BACK } from "~/domain/management/periods";
import {
  type AskedRequest,
  daysToAnswer,
  medianOf,
  RESPONSES,
  type Response,
  responseOf,
} from "~/domain/management/supplier-response";
import { addMonths, type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { listFirstAnswers, listRequestTimes, type RequestTimes } from "~db/repositories/management";

/** So many requests are looked at, the newest. */
export const REQUESTS_AT_MOST = 20_000;

export type AnsweredRequest = Pick<RequestTimes, "id" | "supplierId" | "supplierName" | "subject" | "state"> &
  AskedRequest & { response: Response; days: number | null };

/** Requests of the last two years that say something of their suppliers, newest first. */
export async function listResponses({
  actor,
  database,
  now,
}: Caller): Promise<ReadonlyArray<AnsweredRequest>> {
  const today = toIsoDate(now);
  const since = new Date(addMonths(today, -MONTHS_BACK));
  const limit = REQUESTS_AT_MOST;
  const [found, answers] = await Promise.all([
    listRequestTimes(database.read, actor.organisationId, { since, limit }),
    listFirstAnswers(database.read, actor.organisationId, since),
  ]);
  return found.flatMap((request) => {
    const { id, supplierId, supplierName, subject, state, dueOn, createdAt } = request;
    const asked = { state, dueOn, askedOn: toIsoDate(createdAt), answeredOn: answeredOn(request, answers) };
    const response = responseOf(asked, today);
    if (response === null) return [];
    return [{ id, supplierId, supplierName, subject, ...asked, response, days: daysToAnswer(asked) }];
  });
}

/**
 * The day of the first answer, as the log has it. Where it has none: of what is declared the day of its last change, of
 * what is decided the day on which the declaration was signed, or of the request where it was there before.
 */
function answeredOn(
  { id, state, createdAt, updatedAt, signedAt }: RequestTimes,
  answers: ReadonlyMap<string, Date>,
): IsoDate | null {
  if (state !== "declared" && state !== "decided") return null;
  const noted = answers.get(id);
  if (noted) return toIsoDate(noted);
  if (state === "declared") return toIsoDate(updatedAt);
  const signed = signedAt ?? updatedAt;
  return toIsoDate(signed < createdAt ? createdAt : signed);
}

/** One line a supplier, by name. */
export function bySupplier(requests: ReadonlyArray<AnsweredRequest>) {
  const suppliers = new Map<string, { name: string; requests: Array<AnsweredRequest> }>();
  for (const request of requests) {
    const known = suppliers.get(request.supplierId);
    if (known) known.requests.push(request);
    else suppliers.set(request.supplierId, { name: request.supplierName, requests: [request] });
  }
  return [...suppliers]
    .map(([id, { name, requests: own }]) => ({ id, name, ...summaryOf(own) }))
    .sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
}

export function summaryOf(requests: ReadonlyArray<AnsweredRequest>) {
  return {
    total: requests.length,
    counts: countBy(RESPONSES, requests, ({ response }) => response),
    medianDays: medianOf(requests.flatMap(({ days }) => days ?? [])),
  };
}
