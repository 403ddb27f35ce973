import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import {
  countFindings,
  type FindingCounts,
  isInForce,
  judgeModel,
  type SortedFindings,
  type StandingWaiver,
} from "~/domain/zone-model/waivers";
import type { ElementRef, ZoneModel } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { listWaiverAuthors, type WaiverAuthor } from "~db/repositories/waiver-authors";
import { conduitName } from "./zone-ledger.server";

/** One waiver as pages list it, with who gave it. */
export type WaiverRow = StandingWaiver & { personName: string | null; givenAt: string | null };

export type PresentedFindings = {
  today: IsoDate;
  sorted: SortedFindings;
  counts: FindingCounts;
  waivers: ReadonlyArray<WaiverRow>;
};

/** What is open in a draft today, and what was accepted in writing by whom. */
export async function presentFindings(
  caller: Caller,
  modelId: string,
  draft: ZoneModel,
): Promise<PresentedFindings> {
  const today = toIsoDate(caller.now);
  const sorted = judgeModel(draft, today);
  const authors = await waiverAuthors(caller, modelId, draft);
  const index = indexModel(draft);
  const covered = new Map(sorted.waived.map(({ finding, waiver }) => [waiver.id, finding]));
  for (const finding of sorted.open) {
    const lapsed = sorted.lapsed.get(finding.id);
    if (lapsed) covered.set(lapsed.id, finding);
  }
  const waivers = draft.waivers.map((waiver): WaiverRow => {
    const author = authors.get(waiver.id);
    const finding = covered.get(waiver.id);
    return {
      ...waiver,
      elementName: nameOf(index, waiver.element),
      state: !isInForce(waiver, today) ? "expired" : finding ? "in-force" : "idle",
      finding: finding ? { id: finding.id, params: finding.params, severity: finding.severity } : null,
      personName: author?.personName ?? null,
      givenAt: author?.at.toISOString() ?? null,
    };
  });
  return { today, sorted, counts: countFindings(sorted), waivers };
}

/** Who waived, read off the history only where something is waived. */
export async function waiverAuthors(
  { actor, database }: Caller,
  modelId: string,
  { waivers }: ZoneModel,
): Promise<ReadonlyMap<string, WaiverAuthor>> {
  if (waivers.length === 0) return new Map();
  return listWaiverAuthors(database.read, actor.organisationId, modelId);
}

/** Null for an element that has gone. */
function nameOf(index: ZoneModelIndex, { kind, id }: ElementRef): string | null {
  if (kind === "zone") return index.zoneById.get(id)?.name ?? null;
  if (kind === "asset") return index.assetById.get(id)?.name ?? null;
  const conduit = index.conduitById.get(id);
  return conduit ? conduitName(index, conduit) : null;
}
