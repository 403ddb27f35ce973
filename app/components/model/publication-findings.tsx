import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import type { FindingCounts } from "~/domain/zone-model/waivers";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { FindingCount } from "./finding-count";
import { useRuleWords } from "./use-rule-words";
import type { WaiverRow } from "./waiver-table";

export type PublicationFindingsProps = {
  modelId: string;
  findings: FindingCounts;
  openErrors: ReadonlyArray<Pick<ModelFinding, "id" | "ruleId" | "params">>;
  openErrorCount: number;
  /** Those in force. */
  waivers: ReadonlyArray<WaiverRow>;
};

/** What whoever approves takes over: open errors and what was waived, each by name. */
export function PublicationFindings(props: PublicationFindingsProps) {
  const { modelId, findings, openErrors, openErrorCount, waivers } = props;
  const { t } = useTranslation("model");
  const words = useRuleWords();
  return (
    <div className="grid gap-2">
      <p>
        <Link to={`${paths.modelTable(modelId)}#findings`}>{t("publish.findings")}</Link>{" "}
        <FindingCount counts={findings} />
      </p>
      {openErrorCount > 0 ? (
        <Disclosure summary={t("publish.openErrors", { count: openErrorCount })} defaultOpen>
          <ul className="grid gap-1">
            {openErrors.map((finding) => (
              <li key={finding.id}>{words.sentence(finding)}</li>
            ))}
          </ul>
          {openErrorCount > openErrors.length ? (
            <p className="text-muted">{t("publish.moreErrors", { count: openErrors.length })}</p>
          ) : null}
        </Disclosure>
      ) : null}
      {waivers.length > 0 ? (
        <Disclosure summary={t("publish.waived", { count: waivers.length })} defaultOpen>
          <ul className="grid gap-1">
            {waivers.map(({ id, ruleId, finding, reason, expiresOn, personName }) => (
              <li key={id}>
                {finding ? words.sentence({ ruleId, params: finding.params }) : words.title(ruleId)}
                <span className="block text-muted">
                  {`${t("waiver.reason")}: ${reason}`}
                  {" · "}
                  {t("waiver.until")} <DateText value={expiresOn} />
                  {personName ? ` · ${personName}` : null}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}
