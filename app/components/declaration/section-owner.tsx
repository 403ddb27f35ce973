import { FilterChips } from "~/components/filter-chips";
import type { Section } from "~/domain/declaration/sections";
import { useTranslation } from "~/i18n/use-translation";
import type { AssignedSection } from "./sheet";

/** True where everybody's sections are asked for, nobody has been given any, or the section is the reader's own. */
export function isWanted(
  search: URLSearchParams,
  sections: ReadonlyArray<AssignedSection>,
  section: Section,
): boolean {
  if (search.get("whose") !== "mine" || sections.length === 0) return true;
  return sections.some((one) => one.isMine && one.section === section);
}

/** The choice between everybody's sections and one's own; not there while nobody has been given any. */
export function WhoseSections({
  sections,
  isEmpty,
}: {
  sections: ReadonlyArray<AssignedSection>;
  isEmpty: boolean;
}) {
  const { t } = useTranslation("declaration");
  if (sections.length === 0) return null;
  return (
    <div className="mb-2">
      <FilterChips
        label={t("sections.whose")}
        param="whose"
        all={t("sections.everybody")}
        options={[
          {
            value: "mine",
            label: t("sections.mine"),
            count: sections.filter(({ isMine }) => isMine).length,
          },
        ]}
      />
      {isEmpty ? <p className="text-muted">{t("sections.noneMine")}</p> : null}
    </div>
  );
}

/** Whose section it is, under its name. */
export function SectionOwner({ owner }: { owner: AssignedSection | undefined }) {
  const { t } = useTranslation("declaration");
  if (!owner) return null;
  return (
    <span className="field-hint">
      {owner.isMine ? t("sections.yours") : t("sections.of", { name: owner.name })}
    </span>
  );
}
