import { FilterChips } from "~/components/filter-chips";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { useTranslation } from "~/i18n/use-translation";
import { CompareForm } from "./compare-form";
import { type AskedLevel, SHOW_FILTERS } from "./sheet";

/** All of it stands in the address, so that a colleague can be sent exactly this. */
export function SheetFilters({ requests }: { requests: ReadonlyArray<AskedLevel> }) {
  const { t } = useTranslation("declaration");
  return (
    <>
      <LevelStripLegend />
      <div className="sheet-filters">
        <FilterChips
          label={t("filter.show")}
          param="show"
          options={SHOW_FILTERS.map((show) => ({ value: show, label: t(`filter.${show}`) }))}
        />
        <FilterChips
          label={t("filter.level")}
          param="level"
          options={["1", "2", "3", "4"].map((level) => ({
            value: level,
            label: t("filter.upTo", { level }),
          }))}
        />
        <CompareForm requests={requests} />
      </div>
    </>
  );
}
