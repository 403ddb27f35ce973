import type { Message, Verdict } from "~/domain/assessment/assessment";
import type { RowReach } from "~/domain/procurement/offer-comparison";
import type { Measured, Wanted } from "~/domain/procurement/offer-measures";
import type { Cost, NoteTotals } from "~/domain/procurement/offer-note";
import type { RuleStanding } from "~/domain/procurement/offer-rules";
import type { ProvenCounts } from "~/domain/procurement/proven-rows";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { formatDay, formatInstant, formatList, formatNumber } from "~/i18n/format";
import type { Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import { writeMessage } from "~/i18n/sentence";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

type Named = { productName: string; releaseVersion: string };
type Counted = {
  offers: ReadonlyArray<unknown>;
  counts: {
    verdicts: ReadonlyArray<{ verdict: Verdict; count: number }>;
    rows: number;
    rowsDiffering: number;
    rowsWeighing: number;
    rules: number;
    rulesDiffering: number;
  };
  areas: ReadonlyArray<(typeof FOUNDATIONAL_REQUIREMENTS)[number]>;
};

type Standing = {
  offers: ReadonlyArray<
    Named & { verdict: Verdict; reaches: Readonly<Record<Exclude<RowReach, "other-type">, number>> }
  >;
  rules: ReadonlyArray<{ cells: ReadonlyArray<{ standing: RuleStanding }> }>;
};

export type OfferWords = ReturnType<typeof offerWordsOf>;

/** What pages and files say of a comparison in the same words. */
export function useOfferWords(): OfferWords {
  const { t } = useTranslation("offers");
  return offerWordsOf(t, useLanguage());
}

/** The same outside of pages. */
export function offerWordsOf(t: Translate<"offers">, language: Language) {
  const years = (number: number) =>
    t("measures.years", { count: number, number: formatNumber(Math.abs(number), language) });
  const day = (date: string) => formatDay(date, language);
  const days = (count: number) => t("measures.days", { count });
  const hours = (count: number) => t("measures.hours", { count });
  const effort = (number: number) =>
    t("notes.effortOf", { count: number, number: formatNumber(number, language) });
  const cost = ({ amount, currency, period }: Cost) =>
    t(`notes.cost.${period}`, { amount: formatNumber(amount, language), currency });

  /** Lines, the weightiest first. */
  function measured(value: Measured): ReadonlyArray<string> {
    switch (value.kind) {
      case "not-stated":
        return [t("measures.notStated")];
      case "support": {
        const key = value.years < 0 ? "measures.supportEnded" : "measures.support";
        return [t(key, { date: day(value.endsOn), years: years(value.years) })];
      }
      case "days":
        return [days(value.days)];
      case "hours":
        return [hours(value.hours)];
      case "vulnerabilities":
        return vulnerabilityLines(t, value);
      case "sbom":
        return [
          t("measures.sbom", {
            format: t(`facts:word.${value.format}` as "facts:word.cyclonedx-json"),
            version: value.formatVersion,
            count: value.componentCount,
          }),
          value.ageDays === null
            ? t("measures.sbomUndated")
            : t("measures.sbomAge", { count: value.ageDays }),
        ];
      case "strength":
        return [t(`measures.strength.${value.strength}`)];
      case "proven":
        return provenLines(t, value.total);
      case "rules":
        return ruleLines(t, value);
    }
  }

  function wanted(value: Wanted | null): string {
    switch (value?.kind) {
      case undefined:
        return t("measures.noWish");
      case "in-rules":
        return t("measures.inRules");
      case "years":
        return t("measures.wantedYears", { years: years(value.years), date: day(value.until) });
      case "days":
        return t("measures.atMost", { limit: days(value.days) });
      case "hours":
        return t("measures.atMost", { limit: hours(value.hours) });
      case "strength":
        return t("measures.wantedStrength", {
          strength: t(`measures.strength.${value.strength}`),
          level: value.level,
        });
    }
  }

  /** Sums, each with over how many it goes; never one sum of several currencies or periods. */
  function totals({ effort: spent, costs }: NoteTotals): ReadonlyArray<string> {
    const lines = [
      ...(spent ? [t("notes.totalOver", { sum: effort(spent.days), count: spent.estimated })] : []),
      ...costs.map((one) => t("notes.totalOver", { sum: cost(one), count: one.estimated })),
    ];
    return lines.length > 0 ? lines : [t("notes.noEstimate")];
  }

  function withoutNote({ countermeasures, withoutNote: count }: NoteTotals): string {
    return count === 0 ? t("notes.allNoted") : t("notes.withoutNote", { count, total: countermeasures });
  }

  /** The whole comparison in a few sentences. */
  function summary({ offers, counts, areas }: Counted): ReadonlyArray<string> {
    const verdicts = counts.verdicts.map(({ verdict, count }) => t(`summary.verdict.${verdict}`, { count }));
    const totalsOf = { total: counts.rows, rules: counts.rulesDiffering, allRules: counts.rules };
    const isAlike = counts.rowsDiffering + counts.rulesDiffering === 0;
    const names = areas.map((fr) => `${t(`components:fr.${fr}.name`)} (${fr})`);
    return [
      t("summary.verdicts", { count: offers.length, list: formatList(verdicts, language) }),
      isAlike
        ? t("summary.alike", totalsOf)
        : t("summary.differ", { ...totalsOf, count: counts.rowsDiffering }),
      ...(counts.rowsWeighing > 0 ? [t("summary.weigh", { count: counts.rowsWeighing })] : []),
      names.length > 0 ? t("summary.areas", { list: formatList(names, language) }) : t("summary.areasAlike"),
    ];
  }

  /** Per offer what stands in its way, in one sentence. */
  function standings({ offers, rules }: Standing): ReadonlyArray<string> {
    return offers.map(({ verdict, reaches, ...named }, place) => {
      const ofRules = (standing: RuleStanding) =>
        rules.filter(({ cells }) => cells[place]?.standing === standing).length;
      const parts = [
        ["notMet", reaches["not-met"] + reaches["not-applicable-without-reason"]],
        ["unanswered", reaches.unanswered],
        ["countermeasures", reaches["with-countermeasure"] + reaches["covered-by-zone"]],
        ["rulesBroken", ofRules("gap")],
        ["rulesOpen", ofRules("open")],
      ] as const;
      const said = parts
        .filter(([, count]) => count > 0)
        .map(([key, count]) => t(`summary.${key}`, { count }));
      return t("summary.offer", {
        ...{ offer: t("offer", { product: named.productName, release: named.releaseVersion }) },
        ...{ verdict: t(`components:verdict.${verdict}`) },
        because: said.length > 0 ? formatList(said, language) : t("summary.nothing"),
      });
    });
  }

  return {
    t,
    standings,
    day,
    at: (instant: string) => formatInstant(instant, language),
    offer: ({ productName, releaseVersion }: Named) =>
      t("offer", { product: productName, release: releaseVersion }),
    sentence: (message: Message) => writeMessage(t, language, message),
    number: (value: number) => formatNumber(value, language),
    ...{ measured, wanted, totals, withoutNote, summary, effort, cost },
    areasProven: (areas: Readonly<Record<(typeof FOUNDATIONAL_REQUIREMENTS)[number], ProvenCounts>>) =>
      FOUNDATIONAL_REQUIREMENTS.filter((fr) => areas[fr].met > 0).map((area) =>
        t("measures.provenArea", { area, proven: areas[area].met - areas[area].none, met: areas[area].met }),
      ),
  };
}

function vulnerabilityLines(
  t: Translate<"offers">,
  { counts, exploited }: Extract<Measured, { kind: "vulnerabilities" }>,
): ReadonlyArray<string> {
  const { affected, fixed } = counts;
  const investigated = counts["under-investigation"];
  return [
    t("measures.vulnerabilities", { open: affected + investigated, affected, investigated }),
    ...(exploited > 0 ? [t("measures.exploited", { count: exploited })] : []),
    t("measures.closed", { fixed, notAffected: counts["not-affected"] }),
  ];
}

function provenLines(t: Translate<"offers">, total: ProvenCounts): ReadonlyArray<string> {
  const strengths = (["accredited", "third-party", "declared"] as const).filter((one) => total[one] > 0);
  return [
    t("measures.proven", { proven: total.met - total.none, met: total.met }),
    ...strengths.map((one) =>
      t("measures.provenBy", { count: total[one], strength: t(`measures.strength.${one}`) }),
    ),
  ];
}

function ruleLines(
  t: Translate<"offers">,
  { kept, conditions, open, gaps }: Extract<Measured, { kind: "rules" }>,
): ReadonlyArray<string> {
  return [
    t("measures.rules", { kept }),
    ...(conditions > 0 ? [t("measures.rulesConditions", { count: conditions })] : []),
    ...(open > 0 ? [t("measures.rulesOpen", { count: open })] : []),
    ...(gaps > 0 ? [t("measures.rulesGaps", { count: gaps })] : []),
  ];
}
