import { Link } from "@remix-run/react";
import { Button } from "~/components/button";
import { Disclosure } from "~/components/disclosure";
import { SeverityBadge } from "~/components/model/finding-count";
import { Panel } from "~/components/panel";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { EditorActions } from "./editor-actions";

/** More than a person works through in one sitting; the table has them all. */
const MOST_SHOWN = 60;
const ORDER = { error: 0, warning: 1, notice: 2 } as const;

type FindingsListProps = {
  findings: ReadonlyArray<ModelFinding>;
  modelId: string;
  mayEdit: boolean;
  actions: Pick<EditorActions, "show" | "commit">;
};

/** What the model rules say, worst first. Choosing one shows its element on the canvas. */
export function FindingsList({ findings, modelId, mayEdit, actions }: FindingsListProps) {
  const { t } = useTranslation("diagram");
  const worstFirst = findings.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  const hidden = findings.length - MOST_SHOWN;
  return (
    <Panel title={t("findings.title")} id="findings">
      {findings.length === 0 ? <p className="editor-none">{t("findings.none")}</p> : null}
      <ul className="finding-list">
        {worstFirst.slice(0, MOST_SHOWN).map((finding) => (
          <FindingEntry key={finding.id} finding={finding} mayEdit={mayEdit} actions={actions} />
        ))}
      </ul>
      {hidden > 0 ? (
        <Link to={paths.modelTable(modelId)}>{t("findings.more", { count: hidden })}</Link>
      ) : null}
    </Panel>
  );
}

type FindingEntryProps = {
  finding: ModelFinding;
  mayEdit: boolean;
  actions: Pick<EditorActions, "show" | "commit">;
};

export function FindingEntry({ finding, mayEdit, actions }: FindingEntryProps) {
  const { t } = useTranslation("diagram");
  const { ruleId, element, params, severity, fix } = finding;
  // A test keeps rules and messages the same: every rule id is a key of the file.
  const rule = ruleId as "zone-has-sl-target";
  return (
    <li className="finding">
      <button type="button" className="finding-pick" onClick={() => actions.show(element)}>
        <SeverityBadge severity={severity} />
        {/* Parameters depend on the rule; the types only know those of the one named above. */}
        <span>{t(`rules:${rule}.finding`, params as { zone: string })}</span>
      </button>
      <div className="finding-more">
        <Disclosure summary={t(`rules:${rule}.title`)}>
          <p>
            <strong>{t("findings.why")}.</strong> {t(`rules:${rule}.why`)}
          </p>
          <p>
            <strong>{t("findings.fix")}.</strong> {t(`rules:${rule}.fix`)}
          </p>
        </Disclosure>
        {fix && mayEdit ? (
          <Button size="small" icon="check" onClick={() => actions.commit(fix)}>
            {t("findings.apply")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
