import { FilterChips } from "~/components/filter-chips";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { useTranslation } from "~/i18n/use-translation";
import { CompareForm } from "./compare-form";
import { type AskedLevel, type DeclarationStanding, SHOW_FILTERS } from "./sheet";

type SheetFiltersProps = {
  requests: ReadonlyArray<AskedLevel>;
  /** How many rows of all areas stand behind a filter that others work out. */
  standing: Pick<DeclarationStanding, "contradictions" | "withoutEvidence"> | null;
};

/** All of it stands in the address, so that a colleague can be sent exactly this. */
export function SheetFilters({ requests, standing }: SheetFiltersProps) {
  const { t } = useTranslation("declaration");
  const contradicted = new Set(standing?.contradictions.flatMap(({ requirementIds }) => requirementIds)).size;
  return (
    <>
      <LevelStripLegend />
      <div className="sheet-filters">
        <FilterChips
          label={t("filter.show")}
          param="show"
          options={SHOW_FILTERS.map((show) => ({
            ...{ value: show, label: t(`filter.${show}`) },
            ...(standing && show === "contradicted" && { count: contradicted }),
            ...(standing && show === "needs-evidence" && { count: standing.withoutEvidence.length }),
          }))}
        />
        <FilterChips
          label={t("filter.level")}
          param="level"
          options={["1", "2", "3", "4"].map((level) => ({
            value: level,
            label: t("filter.upTo", { level }),
          }))}
        />
        <FilterChips
          label={t("filter.order")}
          param="order"
          all={t("filter.byNumber")}
          options={[
            { value: "level", label: t("filter.byLevel") },
            { value: "topic", label: t("filter.byTopic") },
          ]}
        />
        <CompareForm requests={requests} />
      </div>
    </>
  );
}
