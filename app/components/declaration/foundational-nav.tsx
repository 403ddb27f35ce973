import { Link, useSearchParams } from "@remix-run/react";
import type { SlCapability } from "~/domain/assessment/capability";
import type { FoundationalProgress } from "~/domain/declaration/progress";
import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { withParameter } from "./sheet";

type FoundationalNavProps = {
  current: FoundationalRequirement;
  progress: ReadonlyArray<FoundationalProgress>;
  capability: SlCapability;
};

/** The seven FRs of a sheet: how far each is and which level it reaches. */
export function FoundationalNav({ current, progress, capability }: FoundationalNavProps) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  return (
    <nav aria-label={t("sheet.navigation")} className="fr-nav">
      <ul>
        {progress.map(({ foundationalRequirement: fr, answered, applicable }) => (
          <li key={fr}>
            <Link
              to={withParameter(search, "fr", fr)}
              preventScrollReset
              className="fr-link"
              aria-current={fr === current ? "true" : undefined}
            >
              <span className="fr-short">{fr}</span>
              <span className="fr-name">{t(`components:fr.${fr}.name`)}</span>
              <span className="fr-count">
                {t("sheet.progress", { answered, applicable })}
                <span className="sr-only">, {t("sheet.levelOf", { level: capability.native[fr] })}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
