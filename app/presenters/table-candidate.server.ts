import { judgeCandidate, judgeCandidateIn } from "~/domain/assessment/candidate";
import type { JudgingGround } from "~/domain/assessment/placed-products";
import { compareVerdicts } from "~/domain/assessment/verdict";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Caller } from "~/use-cases/use-case.server";
import { pageOf } from "./page-of.server";
import { presentCandidate } from "./present-candidate.server";
import type { TableQuery } from "./table-query.server";

const ZONES_PER_PAGE = 25;
const MOST_FINDINGS = 5;
const WORST_FIRST = ["gap", "open", "condition"] as const;

type Place = { modelId: string; index: ZoneModelIndex; ground: JudgingGround };

/** A product held against every zone of the draft, best first; of the zone that is picked, what is missing there. */
export async function tableCandidate(caller: Caller, { modelId, index, ground }: Place, query: TableQuery) {
  if (query.candidate == null) return null;
  const { product, declarationId } = await presentCandidate(caller, modelId, query.candidate);
  const verdicts = judgeCandidate(ground, index, product);
  const zones = index.model.zones
    .flatMap(({ id, name, slTarget }) => {
      const verdict = verdicts.get(id);
      return verdict ? [{ id, name, slTarget, verdict }] : [];
    })
    .sort((a, b) => compareVerdicts(a.verdict, b.verdict) || a.name.localeCompare(b.name));
  const { entries, paging } = pageOf(zones, ZONES_PER_PAGE, query.pages?.candidates);
  return {
    releaseId: product.releaseId,
    name: product.name,
    declarationId,
    zones: entries.map((zone) => {
      const judgement = judgeCandidateIn(ground, index, zone.id, product);
      const open = WORST_FIRST.flatMap((severity) =>
        (judgement?.findings ?? []).filter((finding) => finding.severity === severity),
      );
      return {
        ...zone,
        native: judgement?.slCapability.native ?? null,
        withCountermeasures: judgement?.slCapability.withCountermeasures ?? null,
        missing: open.slice(0, MOST_FINDINGS).map(({ id, reason }) => ({ id, reason })),
        more: Math.max(0, open.length - MOST_FINDINGS),
      };
    }),
    paging,
  };
}
