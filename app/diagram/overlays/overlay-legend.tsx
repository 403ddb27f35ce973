import { Disclosure } from "~/components/disclosure";
import { VERDICTS } from "~/domain/assessment/verdict";
import { useTranslation } from "~/i18n/use-translation";
import { NoticeLegend } from "./notice-legend";
import type { ZoneView } from "./overlay";
import type { Removed } from "./removed";
import { toneOf, toneOfChange } from "./to-views";
import type { NoticeShown } from "./use-notices";
import { ViewSample } from "./view-sample";

type OverlayLegendProps = {
  kind: ZoneView["kind"];
  isWaiting: boolean;
  /** Number of the revision that the draft is compared with. */
  comparedWith: number | null;
  removed: Removed | null;
  /** Whose reach is shown, where that is what the overlay shows. */
  notice: NoticeShown | null;
};

/** How to read the overlay that is on; what it cannot draw, because it is gone, is named. */
export function OverlayLegend({ kind, isWaiting, comparedWith, removed, notice }: OverlayLegendProps) {
  const { t } = useTranslation("overlay");
  return (
    <div className="overlay-legend">
      <Disclosure summary={t(kind === "candidate" ? "candidate.try" : `name.${kind}`)} defaultOpen>
        <p>{t(`about.${kind}`, { number: comparedWith ?? 0 })}</p>
        {isWaiting && kind !== "candidate" ? <p>{t("waiting")}</p> : null}
        {kind === "difference" && !isWaiting && comparedWith === null ? <p>{t("noRevision")}</p> : null}
        {kind === "notice" ? (
          <NoticeLegend notice={isWaiting ? null : notice} />
        ) : (
          <ul className="legend-lines">
            {samplesOf(kind).map(({ view, word }) => (
              <ViewSample key={word} view={view}>
                {t(word)}
              </ViewSample>
            ))}
          </ul>
        )}
        {removed && kind === "difference" ? <WhatIsGone removed={removed} /> : null}
      </Disclosure>
    </div>
  );
}

const NO_COUNTS = { inForce: 0, expiring: 0, expired: 0 };
const NO_APPROVALS = { approved: 0, short: 0, never: 0, unlinked: 0 };
const NO_ASSETS = { added: 0, removed: 0, changed: 0 };

/** One view of each sort, so that the legend shows the marks that the zones show. */
function samplesOf(kind: Exclude<ZoneView["kind"], "notice">) {
  switch (kind) {
    case "gaps":
    case "candidate":
      return [...VERDICTS, null].map((verdict) => ({
        word: verdict
          ? (`components:verdict.${verdict}` as const)
          : kind === "gaps"
            ? ("legend.noProduct" as const)
            : ("legend.asksNothing" as const),
        view: { kind: "candidate", tone: toneOf(verdict), verdict } as const,
      }));
    case "achieved":
      return (["success", "danger", "neutral"] as const).map((tone) => ({
        word: `legend.achieved.${tone}` as const,
        view: { kind, tone, alone: null, vector: null, unknown: 0 } as const,
      }));
    case "approval":
      return (["success", "warning", "danger", "neutral"] as const).map((tone) => ({
        word: `legend.approval.${tone}` as const,
        view: { kind, tone, ...NO_APPROVALS } as const,
      }));
    case "countermeasures":
      return (["success", "warning", "danger"] as const).map((tone) => ({
        word: `legend.countermeasures.${tone}` as const,
        view: { kind, tone, ...NO_COUNTS } as const,
      }));
    case "difference":
      return (["added", "changed", "same"] as const).map((change) => ({
        word: `legend.${change}` as const,
        view: { kind, tone: toneOfChange(change), change, up: [], down: [], assets: NO_ASSETS } as const,
      }));
  }
}

function WhatIsGone({ removed }: { removed: Removed }) {
  const { t } = useTranslation("overlay");
  const { zones, conduits, assets, more } = removed;
  const shown = [
    ...zones,
    ...(conduits > 0 ? [t("template.conduits", { count: conduits })] : []),
    ...(assets > 0 ? [t("template.assets", { count: assets })] : []),
  ];
  if (shown.length === 0) return null;
  return (
    <p>
      {t("removed", { names: shown.join(", ") })}
      {more > 0 ? ` ${t("more", { count: more })}` : null}
    </p>
  );
}
