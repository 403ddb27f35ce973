import { grouped } from "~/domain/zone-model/queries";
import { waiverTerm } from "~/domain/zone-model/waivers";
import type { PresentedFindings } from "./model-findings.server";
import { pageOf } from "./page-of.server";
import type { TableQuery } from "./table-query.server";

const FINDINGS_PER_PAGE = 25;

/** The findings of one page, the rules that have any, and the finding whose waiver is being written. */
export function tableFindings({ sorted, counts, waivers, today }: PresentedFindings, query: TableQuery) {
  const { open, lapsed } = sorted;
  const rules = [...grouped(open, ({ ruleId }) => [ruleId])].map(([ruleId, findings]) => ({
    ruleId,
    count: findings.length,
    fixable: findings.filter(({ fix }) => fix !== undefined).length,
  }));
  const isNarrowed = rules.some(({ ruleId }) => ruleId === query.rule);
  const meant = isNarrowed ? open.filter(({ ruleId }) => ruleId === query.rule) : open;
  const { entries, paging } = pageOf(meant, FINDINGS_PER_PAGE, query.pages?.findings);
  const waiving = open.find(({ id }) => id === query.waive);
  return {
    findings: entries.map(({ fix, ...finding }) => ({
      ...finding,
      hasFix: fix !== undefined,
      lapsedOn: lapsed.get(finding.id)?.expiresOn ?? null,
    })),
    findingCount: open.length,
    findingPaging: paging,
    rules,
    rule: isNarrowed ? (query.rule ?? null) : null,
    waivedCount: counts.waived,
    waivers,
    waiving: waiving
      ? { id: waiving.id, ruleId: waiving.ruleId, params: waiving.params, term: waiverTerm(today) }
      : null,
  };
}
