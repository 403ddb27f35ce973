import { useTranslation } from "~/i18n/use-translation";
import type { RowGroup, SheetView } from "./sheet";

/** What the rows on the page have in common: one FR, or one topic. */
export function SheetTitle({ view }: { view: Pick<SheetView, "fr" | "topic"> }) {
  const { t } = useTranslation("declaration");
  return (
    <h2 id="sheet-title" className="section-title">
      {view.topic ? t(`topic.name.${view.topic}`) : `${view.fr} ${t(`components:fr.${view.fr}.name`)}`}
    </h2>
  );
}

/** The heading before the first row of a group. */
export function RowGroupTitle({ group }: { group: RowGroup }) {
  const { t } = useTranslation("declaration");
  return <h3 className="sheet-level">{titleOf(group)}</h3>;

  function titleOf(of: RowGroup): string {
    switch (of.by) {
      case "level":
        return t("row.levelGroup", { level: of.level });
      case "topic":
        return t(`topic.name.${of.topic}`);
      case "fr":
        return `${of.fr} ${t(`components:fr.${of.fr}.name`)}`;
    }
  }
}
