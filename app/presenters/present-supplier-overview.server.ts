import { mayDo } from "~/domain/access/permissions";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import { listReceivedRequests } from "~db/repositories/intake-requests";
import { listProducts, listReleases } from "~db/repositories/products";
import { listOwnSections } from "~db/repositories/section-assignments";
import { toSummary } from "./declaration-summary.server";
import { expiringEntries } from "./expiring-entries.server";
import { DUE_SOON_DAYS, toRequestRow } from "./present-received-requests.server";
import { waitingQuestions } from "./present-waiting-questions.server";
import { answerOf, progressOfRequest, standingOf } from "./release-standings.server";

/** Longer lists are cut; the count says so, and its page has all. */
const SHOWN = 10;
const QUESTION_BOUND = 100;

/** What needs the supplier today, and where its products stand. */
export async function presentSupplierOverview(caller: Caller) {
  const { actor, database, now } = caller;
  requirePermission(actor, "received-request.read");
  requirePermission(actor, "declaration.read");
  const [requests, declarations, products, releases, waiting, ownSections] = await Promise.all([
    listReceivedRequests(database.read, actor.organisationId),
    listDeclarations(database.read, actor.organisationId),
    listProducts(database.read, actor.organisationId),
    listReleases(database.read, actor.organisationId),
    waitingQuestions(caller, QUESTION_BOUND),
    listOwnSections(database.read, actor.organisationId, actor.personId),
  ]);
  const today = toIsoDate(now);
  const offered = products.filter(({ archivedAt }) => archivedAt === null);
  const offeredReleases = releases.filter(
    ({ productId, archivedAt }) => archivedAt === null && offered.some(({ id }) => id === productId),
  );
  const answers = offeredReleases.flatMap(({ id }) => answerOf(declarations, id) ?? []);
  const expiring = expiringEntries(
    declarations.filter(({ releaseId }) => offeredReleases.some(({ id }) => id === releaseId)),
    today,
  );
  const open = requests
    .map((request) => ({
      ...toRequestRow(request, now),
      progress: progressOfRequest(request, answers, today),
    }))
    .filter(({ isOpen }) => isOpen)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const drafts = declarations.filter(({ state }) => state === "draft");
  return {
    counts: {
      open: open.length,
      overdue: open.filter(({ isOverdue }) => isOverdue).length,
      dueSoon: open.filter(({ dueOn }) => dueOn >= today && dueOn <= addDays(today, DUE_SOON_DAYS)).length,
      drafts: drafts.length,
      expiring: expiring.length,
    },
    dueSoonDays: DUE_SOON_DAYS,
    questions: {
      count: waiting.questions.length,
      isCut: waiting.isCut,
      entries: waiting.questions.slice(0, SHOWN),
    },
    expiring: expiring.slice(0, SHOWN),
    expiringCount: expiring.length,
    openRequests: open,
    answeredCount: requests.length - open.length,
    drafts: drafts.map((draft) => ({
      ...toSummary(draft),
      productName: draft.productName,
      releaseVersion: draft.releaseVersion,
    })),
    standings: offered.flatMap(({ id, name }) =>
      offeredReleases
        .filter(({ productId }) => productId === id)
        .map((release) => ({
          ...{ productId: id, productName: name, releaseVersion: release.version },
          ...standingOf({ releaseId: release.id, declarations }, requests, today),
        })),
    ),
    ownSections,
    hasProducts: products.length > 0,
    mayCreateProduct: mayDo(actor, "product.create"),
  };
}
