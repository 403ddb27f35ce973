import { useSearchParams } from "@remix-run/react";
import type { SlCapability } from "~/domain/assessment/capability";
import type { FoundationalProgress } from "~/domain/declaration/progress";
import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import { isWanted, SectionOwner, WhoseSections } from "./section-owner";
import { type AssignedSection, withRows } from "./sheet";

type FoundationalNavProps = {
  /** Null while the rows of a topic are shown. */
  current: FoundationalRequirement | null;
  progress: ReadonlyArray<FoundationalProgress>;
  capability: SlCapability;
  sections: ReadonlyArray<AssignedSection>;
};

/** The seven FRs of a sheet: how far each is and which level it reaches. */
export function FoundationalNav({ current, progress, capability, sections }: FoundationalNavProps) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  const shown = progress.filter(({ foundationalRequirement: fr }) => isWanted(search, sections, fr));
  return (
    <nav aria-label={t("sheet.navigation")} className="fr-nav-parts">
      <WhoseSections sections={sections} isEmpty={shown.length === 0} />
      <ul>
        {shown.map(({ foundationalRequirement: fr, answered, applicable }) => (
          <li key={fr}>
            <Link
              to={withRows(search, "fr", fr)}
              preventScrollReset
              className="fr-link"
              aria-current={fr === current ? "true" : undefined}
            >
              <span className="fr-short">{fr}</span>
              <span className="fr-name">{t(`components:fr.${fr}.name`)}</span>
              <span className="fr-count">
                {t("sheet.progress", { answered, applicable })}
                <span className="sr-only">, {t("sheet.levelOf", { level: capability.native[fr] })}</span>
                <SectionOwner owner={sections.find(({ section }) => section === fr)} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
