import { toNotation } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import type { AssetView, ConduitView, ZoneView } from "./overlay";

/** What an overlay says of an element: `short` for its title bar, `full` for hover and screen readers. */
export type ViewWords = { short: string; full: string };

export function useViewWords(): (view: ZoneView | ConduitView | AssetView) => ViewWords {
  const { t } = useTranslation("overlay");
  const same = (words: string): ViewWords => ({ short: words, full: words });
  return (view) => {
    switch (view.kind) {
      case "achieved": {
        const unknown = view.unknown > 0 ? t("view.unknown", { count: view.unknown }) : "";
        if (!view.vector) return { short: t("view.notKnown"), full: t("view.notKnown") };
        const full = t("view.achieved", { notation: toNotation(view.vector) });
        return { short: unknown, full: [full, unknown].filter(Boolean).join(", ") };
      }
      case "gaps": {
        if (view.products === 0) return same(t("view.noProduct"));
        const verdict = view.verdict ? t(`components:verdict.${view.verdict}`) : "";
        const count = t("view.fallShort", { count: view.fallShort, of: view.products });
        const requirements = view.short.join(", ");
        return {
          short: requirements === "" ? count : `${count}: ${requirements}`,
          full: [verdict, count, requirements].filter(Boolean).join(", "),
        };
      }
      case "approval": {
        const { approved, short, never, unlinked } = view;
        if (approved + short + never === 0) return same(t("view.noneLinked"));
        const parts = [
          ...(short > 0 ? [t("view.notAllowed", { count: short })] : []),
          ...(never > 0 ? [t("view.neverAssessed", { count: never })] : []),
          ...(approved > 0 ? [t("view.approved", { count: approved })] : []),
        ];
        const rest = unlinked > 0 ? [t("view.unlinked", { count: unlinked })] : [];
        return { short: parts.slice(0, 2).join(", "), full: [...parts, ...rest].join(", ") };
      }
      case "countermeasures":
        return same(
          [
            ...(view.inForce > 0 ? [t("view.inForce", { count: view.inForce })] : []),
            ...(view.expiring > 0 ? [t("view.expiring", { count: view.expiring })] : []),
            ...(view.expired > 0 ? [t("view.expired", { count: view.expired })] : []),
          ].join(", "),
        );
      case "affected":
        return same(t("view.affected"));
      case "notice": {
        if ("way" in view) return same(t(`view.${view.way}`));
        if (view.hops === null) return { short: "", full: t("view.notReached") };
        if (view.hops === 0)
          return {
            short: t("view.affectedHere", { count: view.assets }),
            full: t("view.affectedStand", { count: view.assets }),
          };
        const away = t("view.away", { count: view.hops });
        return { short: away, full: view.how ? t(`view.how.${view.how}`, { away }) : away };
      }
      case "difference": {
        const change = t(`view.change.${view.change}`);
        if (!("up" in view)) return same(change);
        const { added, removed, changed } = view.assets;
        const parts = [
          change,
          ...(view.up.length > 0 ? [t("view.up", { requirements: view.up.join(", ") })] : []),
          ...(view.down.length > 0 ? [t("view.down", { requirements: view.down.join(", ") })] : []),
          ...(added > 0 ? [t("view.assetsAdded", { count: added })] : []),
          ...(removed > 0 ? [t("view.assetsRemoved", { count: removed })] : []),
          ...(changed > 0 ? [t("view.assetsChanged", { count: changed })] : []),
        ];
        return { short: view.change === "same" ? "" : parts.slice(0, 3).join(" · "), full: parts.join(", ") };
      }
      case "candidate":
        return same(view.verdict ? t(`components:verdict.${view.verdict}`) : t("view.asksNothing"));
    }
  };
}
