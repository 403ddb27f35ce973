import type { Message, Severity } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { Panel } from "../panel";
import { SEVERITY_TONES } from "../procurement/finding-entry";
import { useMessage } from "../procurement/use-message";

type ChangedFinding = { id: string; checkId: string; severity: Severity; reason: Message };
export type ChangedFindingsProps = {
  findings: {
    added: ReadonlyArray<ChangedFinding>;
    removed: ReadonlyArray<ChangedFinding>;
    changed: ReadonlyArray<{ before: ChangedFinding; after: ChangedFinding }>;
  };
};

/** Findings that came, went, or say something else. */
export function ChangedFindings({ findings: { added, removed, changed } }: ChangedFindingsProps) {
  const { t } = useTranslation("questions");
  const write = useMessage();
  return (
    <Panel title={t("comparison.findings")}>
      {added.length + removed.length + changed.length === 0 ? <p>{t("comparison.noFindings")}</p> : null}
      {changed.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="subsection-title">{t("comparison.changed")}</h3>
          <ul className="grid gap-3">
            {changed.map(({ before, after }) => (
              <li key={after.id} className="grid gap-1">
                <strong>{write({ key: `checks:${after.checkId}.title`, params: {} })}</strong>
                <Sentence finding={before} label={t("comparison.before")} />
                <Sentence finding={after} label={t("comparison.after")} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <FindingChanges title={t("comparison.added")} findings={added} />
      <FindingChanges title={t("comparison.removed")} findings={removed} />
    </Panel>
  );
}

function FindingChanges({ title, findings }: { title: string; findings: ReadonlyArray<ChangedFinding> }) {
  if (findings.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="subsection-title">{title}</h3>
      <ul className="grid gap-1.5">
        {findings.map((finding) => (
          <li key={finding.id}>
            <Sentence finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentence({ finding, label }: { finding: ChangedFinding; label?: string }) {
  const { t } = useTranslation("assessment");
  const write = useMessage();
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      {label ? <span className="text-muted text-sm">{label}</span> : null}
      <Badge tone={SEVERITY_TONES[finding.severity]}>{t(`severity.${finding.severity}`)}</Badge>
      <span className="min-w-0 flex-1 basis-60">{write(finding.reason)}</span>
    </span>
  );
}
