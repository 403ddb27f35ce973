import {
  FOUNDATIONAL_REQUIREMENTS,
  flatVector,
  isSameVector,
  type SlVector,
} from "~/domain/security-level/security-level";
import type { ElementFacts } from "~/domain/zone-model/element-facts";
import type { RuleSeverity } from "~/domain/zone-model/rules/rule";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import type { AssetView, ConduitView, ZoneView } from "../overlays/overlay";
import { useViewWords } from "../overlays/use-view-words";
import { useConduitWords, useZoneWords } from "../use-element-words";

/** SL-A as far as the products of the zone are known. */
export type Levels = { vector: SlVector | null; alone: SlVector | null; unknown: number };
export type Marks = { count: number; worst: RuleSeverity } | null;

type Told = {
  facts: ElementFacts;
  findings: Marks;
  levels: Levels | null;
  /** What the overlay that is on says of it; null where it says nothing. */
  view: ZoneView | ConduitView | AssetView | null;
  /** Names of reference zone types by id. */
  kindOf: ReadonlyMap<string, string>;
};

/**
 * An element in words for whoever cannot see where it stands: first what the canvas says of it, then its kind, its levels
 * by requirement, what is inside and what it is joined to with which channels.
 */
export function useLineWords(): (told: Told) => string {
  const { t } = useTranslation("table");
  const language = useLanguage();
  const zoneWords = useZoneWords();
  const conduitWords = useConduitWords();
  const viewWords = useViewWords();
  const list = (names: ReadonlyArray<string>) => formatList(names, language);

  const levelWords = (vector: SlVector): string => {
    const first = vector.IAC;
    if (isSameVector(vector, flatVector(first))) return t("levels.flat", { level: first });
    return list(FOUNDATIONAL_REQUIREMENTS.map((fr) => `${fr} ${vector[fr]}`));
  };
  const findingWords = (findings: Marks) =>
    findings
      ? `${t("diagram:zone.findings", { count: findings.count })} (${t(`model:finding.severity.${findings.worst}`)})`
      : t("diagram:zone.findings", { count: 0 });

  function zoneText(
    facts: Extract<ElementFacts, { kind: "zone" }>,
    { findings, levels, view, kindOf }: Told,
  ): string {
    const { assets, conduits } = facts;
    const kind = facts.referenceType === null ? undefined : kindOf.get(facts.referenceType);
    const { name } = zoneWords({
      ...{ name: facts.name, slTarget: facts.slTarget, view, hidden: null },
      ...{ assets: assets.count, findings: findings?.count ?? 0, worst: findings?.worst ?? null },
      ...{ products: 0, worstVerdict: null },
    });
    const joined = conduits.first.map(({ otherEnd, protocols }) =>
      protocols.length === 0
        ? t("said.toSilent", { zone: otherEnd })
        : t("said.to", { zone: otherEnd, protocols: list(protocols) }),
    );
    return [
      `${name}.`,
      t("said.kind", { kind: kind ?? t("model:zone.noReferenceType") }),
      t("said.trust", { trust: t(`components:trustClass.${facts.trustClass}`) }),
      ...(facts.inside === null ? [] : [t("said.inside", { zone: facts.inside })]),
      ...(facts.slTarget ? [t("said.target", { levels: levelWords(facts.slTarget) })] : []),
      ...(levels?.vector ? [t("said.achieved", { levels: levelWords(levels.vector) })] : []),
      ...(levels && levels.unknown > 0 ? [t("said.unknown", { count: levels.unknown })] : []),
      ...(facts.zones > 0 ? [t("said.zones", { count: facts.zones })] : []),
      ...(assets.count > 0 ? [t("said.assets", { names: named(assets.first, assets.count) })] : []),
      conduits.count > 0
        ? t("said.conduits", { conduits: named(joined, conduits.count) })
        : t("said.noConduits"),
    ].join(" ");
  }

  function named(first: ReadonlyArray<string>, count: number): string {
    const more = count - first.length;
    return list(more > 0 ? [...first, t("said.more", { count: more })] : first);
  }

  function conduitText(facts: Extract<ElementFacts, { kind: "conduit" }>, { findings, view }: Told): string {
    const words = conduitWords({ ...facts, view, count: 1 });
    const levels = facts.slTarget ? levelWords(facts.slTarget) : null;
    return [
      `${words}.`,
      levels === null ? t("said.noTarget") : t(facts.isDerived ? "said.derived" : "said.target", { levels }),
      `${findingWords(findings)}.`,
    ].join(" ");
  }

  function assetText(facts: Extract<ElementFacts, { kind: "asset" }>, { findings, view }: Told): string {
    const parts = [
      ...(view ? [viewWords(view).full] : []),
      facts.zone === null ? t("model:asset.noZone") : t("said.in", { zone: facts.zone }),
      ...(facts.quantity > 1 ? [t("diagram:zone.quantity", { count: facts.quantity })] : []),
      ...facts.componentTypes.map((type) => t(`components:componentType.${type}`)),
      ...facts.marks.map((mark) => t(`model:asset.${mark}`)),
      findingWords(findings),
    ];
    return t("said.asset", { name: facts.name, details: parts.join(", ") });
  }

  return (told) => {
    const { facts } = told;
    switch (facts.kind) {
      case "zone":
        return zoneText(facts, told);
      case "conduit":
        return conduitText(facts, told);
      case "asset":
        return assetText(facts, told);
    }
  };
}
