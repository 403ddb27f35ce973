import type { Verdict } from "~/domain/assessment/assessment";
import { type SlVector, toNotation } from "~/domain/security-level/security-level";
import type { RuleSeverity } from "~/domain/zone-model/rules/rule";
import { useTranslation } from "~/i18n/use-translation";
import type { AssetView, ConduitView, ZoneView } from "./overlays/overlay";
import { useViewWords } from "./overlays/use-view-words";

/** What is told of a zone wherever it is named: on the canvas and in the outline of the table. */
export type ZoneSaid = {
  name: string;
  slTarget: SlVector | null;
  view: ZoneView | ConduitView | AssetView | null;
  /** Zones inside one that is collapsed; null for one that is open. */
  hidden: number | null;
  assets: number;
  findings: number;
  worst: RuleSeverity | null;
  products: number;
  worstVerdict: Verdict | null;
};

export type ZoneWords = {
  /** All of it, for screen readers. */
  name: string;
  assets: string;
  findings: string;
  products: string | null;
};

export function useZoneWords(): (zone: ZoneSaid) => ZoneWords {
  const { t } = useTranslation("diagram");
  const wordsOf = useViewWords();
  return ({ name, slTarget, view, hidden, worst, worstVerdict, ...counts }) => {
    const target = slTarget ? t("zone.targetOf", { notation: toNotation(slTarget) }) : t("zone.noTarget");
    const count = t("zone.findings", { count: counts.findings });
    const findings = worst ? `${count} (${t(`model:finding.severity.${worst}`)})` : count;
    const assets = t("zone.assets", { count: counts.assets });
    const products = worstVerdict
      ? t("products.zone", { count: counts.products, verdict: t(`components:verdict.${worstVerdict}`) })
      : null;
    const folded =
      hidden === null ? null : t("zone.collapsed", { zones: t("zone.zones", { count: hidden }) });
    const holds = [target, view && wordsOf(view).full, folded, assets, products]
      .filter((part) => part !== null)
      .join(", ");
    return { name: t("zone.description", { name, assets: holds, findings }), assets, findings, products };
  };
}

/** What is told of a conduit, or of several that are drawn as one. */
export type ConduitSaid = {
  /** Empty where it has none of its own. */
  name: string;
  from: string;
  to: string;
  view: ZoneView | ConduitView | AssetView | null;
  /** How many are drawn as one. */
  count: number;
  protocols: ReadonlyArray<string>;
  isEncrypted: boolean;
  marks: ReadonlyArray<"wireless" | "remoteAccess" | "temporary">;
};

export function useConduitWords(): (conduit: ConduitSaid) => string {
  const { t } = useTranslation("diagram");
  const wordsOf = useViewWords();
  return ({ name, from, to, view, count, protocols, isEncrypted, marks }) => {
    const details = [
      ...(view ? [wordsOf(view).full] : []),
      ...(count > 1 ? [t("conduit.several", { count })] : []),
      ...(protocols.length > 0 ? protocols : [t("conduit.noChannels")]),
      ...(isEncrypted ? [t("conduit.encrypted")] : []),
      ...marks.map((flag) => t(`conduit.${flag}`)),
    ].join(", ");
    const ends = `${from} – ${to}`;
    return t("conduit.description", { name: name === "" ? ends : `${ends}, ${name}`, details });
  };
}
