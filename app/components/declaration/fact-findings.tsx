import { Badge } from "~/components/badge";
import { Panel } from "~/components/panel";
import { useMessage } from "~/components/procurement/use-message";
import { VerdictBadge } from "~/components/verdict-badge";
import type { Finding, Judgement } from "~/domain/assessment/assessment";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { type Topic, topicsOf } from "./fact-checks";

const TONES = {
  none: "success",
  note: "info",
  condition: "warning",
  open: "neutral",
  gap: "danger",
} as const;

type FactFindingsProps = {
  judgement: Judgement;
  declarationId: string;
  request: { id: string; subject: string };
  /** The topic on the page. */
  topic: Topic;
};

/** What is still open for one request in facts and evidence, and what to state next. */
export function FactFindings({ judgement, declarationId, request, topic }: FactFindingsProps) {
  const { t } = useTranslation("declaration");
  const language = useLanguage();
  const open = judgement.findings.filter(({ severity }) => severity !== "none" && severity !== "note");
  const aboutFacts = open.filter((finding) => topicsOf(finding) !== undefined);
  const here = aboutFacts.filter((finding) => topicsOf(finding)?.includes(topic));
  const elsewhere = aboutFacts.filter((finding) => !here.includes(finding));
  const rows = open.length - aboutFacts.length;
  return (
    <Panel title={t("factCheck.title", { subject: request.subject })}>
      <p className="flex flex-wrap items-center gap-2" aria-live="polite">
        <VerdictBadge verdict={judgement.verdict} />
        <span className="field-hint">
          {t("factCheck.text", { asOf: formatDay(judgement.asOf, language) })}
        </span>
      </p>
      {aboutFacts.length === 0 ? <p>{t("factCheck.nothingOpen")}</p> : null}
      <Findings title={t("factCheck.here")} findings={here} {...{ declarationId, request, topic }} />
      <Findings
        title={t("factCheck.elsewhere")}
        findings={elsewhere}
        {...{ declarationId, request, topic }}
      />
      {rows > 0 ? (
        <p>
          {t("factCheck.rows", { count: rows })}{" "}
          <Link to={`${paths.declaration(declarationId)}?request=${encodeURIComponent(request.id)}`}>
            {t("factCheck.toAnswers")}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}

type FindingsProps = Pick<FactFindingsProps, "declarationId" | "request" | "topic"> & {
  title: string;
  findings: ReadonlyArray<Finding>;
};

function Findings({ title, findings, ...place }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{title}</h3>
      <ul className="grid gap-3">
        {findings.map((finding) => (
          <OpenFinding key={finding.id} finding={finding} {...place} />
        ))}
      </ul>
    </section>
  );
}

function OpenFinding({
  finding,
  declarationId,
  request,
  topic,
}: Omit<FindingsProps, "title" | "findings"> & { finding: Finding }) {
  const { t } = useTranslation("declaration");
  const write = useMessage();
  const ways = finding.waysToClose.filter(({ by }) => by === "supplier");
  const others = (topicsOf(finding) ?? []).filter((one) => one !== topic);
  return (
    <li className="grid gap-1">
      <p>
        <Badge tone={TONES[finding.severity]}>{t(`assessment:severity.${finding.severity}`)}</Badge>{" "}
        {write(finding.reason)}
      </p>
      {ways.length === 0 ? <p className="field-hint">{t("factCheck.settled")}</p> : null}
      <ul className="list-disc ps-5">
        {ways.map(({ message }) => (
          <li key={message.key}>{write(message)}</li>
        ))}
      </ul>
      {others.length > 0 ? (
        <p className="apart-links">
          {others.map((other) => (
            <Link key={other} to={hrefOf(other, declarationId, request.id)}>
              {t("factCheck.go", {
                topic: other === "evidence" ? t("tab.evidence") : t(`facts:group.${other}`),
              })}
            </Link>
          ))}
        </p>
      ) : null}
    </li>
  );
}

function hrefOf(topic: Topic, declarationId: string, requestId: string): string {
  if (topic === "evidence") return paths.declarationEvidence(declarationId);
  return paths.declarationFacts(declarationId, { group: topic, request: requestId });
}
