import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { VerifyMark } from "~/components/verify-mark";
import { POLICY_TOPICS } from "~/domain/policy/policy-rules";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";

type PolicyOverviewProps = {
  mayEdit: boolean;
  version: number;
  history: ReadonlyArray<{ version: number; personName: string; at: string }>;
  basis: { general: string; confidence: Confidence };
};

/** Which version holds, where the defaults come from, and the way to each topic. */
export function PolicyOverview({ mayEdit, version, history: [latest], basis }: PolicyOverviewProps) {
  const { t } = useTranslation("policy");
  return (
    <div className="grid gap-3">
      <p>
        {latest ? (
          <>
            {t("version", { version, name: latest.personName })} <DateText value={latest.at} time />
          </>
        ) : (
          t("noVersion")
        )}
      </p>
      {mayEdit ? null : <Callout tone="info">{t("readOnly")}</Callout>}
      <Disclosure summary={t("judgement")}>
        <p className="flex flex-wrap items-center gap-2">
          {basis.general} <VerifyMark confidence={basis.confidence} />
        </p>
      </Disclosure>
      <nav aria-label={t("topics")} className="chips">
        <ul>
          {POLICY_TOPICS.map((topic) => (
            <li key={topic}>
              <a className="chip" href={`#topic-${topic}`}>
                {t(`topic.${topic}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
