import { FACT_GROUPS } from "~/domain/declaration/fact-fields";
import type { Section } from "~/domain/declaration/sections";
import { sectionName } from "~/i18n/section-name";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";

export type OwnSection = {
  declarationId: string;
  section: Section;
  productName: string;
  releaseVersion: string;
};

/** What colleagues have given this person to fill in, each a link to its place. */
export function OwnSections({ sections }: { sections: ReadonlyArray<OwnSection> }) {
  const { t } = useTranslation("declaration");
  return (
    <ul className="grid gap-2">
      {sections.map((one) => (
        <li key={`${one.declarationId} ${one.section}`}>
          <Link to={pathOf(one)}>{sectionName(t, one.section)}</Link>{" "}
          <span className="text-muted">
            {t("sheet.title", { product: one.productName, release: one.releaseVersion })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function pathOf({ declarationId, section }: OwnSection): string {
  const group = FACT_GROUPS.find((one) => section === `facts-${one}`);
  return group
    ? paths.declarationFacts(declarationId, { group })
    : paths.declaration(declarationId, { fr: section });
}
