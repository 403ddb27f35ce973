import { useSearchParams } from "@remix-run/react";
import { LevelStrip } from "~/components/level-strip";
import { compareWithTarget, type SlCapability } from "~/domain/assessment/capability";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { ComponentRequirement } from "~/domain/requirement/component-requirement";
import {
  type FoundationalRequirement,
  SECURITY_LEVELS,
  type SecurityLevel,
  vectorOf,
} from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import { type AskedLevel, toAnchor, withRows } from "./sheet";

type CapabilityPanelProps = {
  capability: SlCapability;
  asked: AskedLevel | undefined;
};

/** What the answers reach, as they are now, against what the chosen request asks. */
export function CapabilityPanel({ capability, asked }: CapabilityPanelProps) {
  const { t } = useTranslation("declaration");
  return (
    <div className="capability-panel">
      <LevelStrip
        size="large"
        labels
        title={asked ? t("sheet.stripAgainst", { subject: asked.subject }) : t("sheet.strip")}
        target={asked?.slTarget ?? null}
        reached={capability.native}
        withCountermeasures={capability.withCountermeasures}
      />
    </div>
  );
}

type NextLevelProps = {
  fr: FoundationalRequirement;
  rows: ReadonlyArray<ComponentRequirement>;
  declared: Pick<DeclarationContent, "componentTypes" | "answers" | "facts">;
  capability: SlCapability;
};

/** Which rows of one FR stand between what it reaches and the next level. */
export function NextLevel({ fr, rows, declared, capability }: NextLevelProps) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  const native = capability.native[fr];
  if (native === 4) return <p className="next-level">{t("nextLevel.highest", { fr })}</p>;
  const next: SecurityLevel = SECURITY_LEVELS[native + 1] ?? 4;
  // No zone, no ledger: then no day decides anything either.
  const profile = { slTarget: vectorOf(() => next), requirements: rows, countermeasures: [] };
  const result = compareWithTarget(profile, declared, capability, "0001-01-01").find(
    (one) => one.foundationalRequirement === fr,
  );
  const ids = [
    ...(result?.missing.map(({ requirementId }) => requirementId) ?? []),
    ...(result?.countermeasures ?? []),
  ];
  const all = withRows(new URLSearchParams(withoutFilters(search)), "fr", fr);
  return (
    <p className="next-level">
      {t("nextLevel.missing", { fr, level: native, next, count: ids.length })}{" "}
      {ids.map((id) => (
        <span key={id} className="next-level-row">
          <Link to={`${all}#${toAnchor(id)}`}>{id}</Link>
        </span>
      ))}
    </p>
  );
}

/** A row that is linked to must not be filtered out. */
function withoutFilters(search: URLSearchParams): string {
  const next = new URLSearchParams(search);
  next.delete("show");
  next.delete("level");
  return next.toString();
}
