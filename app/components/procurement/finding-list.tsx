import type { Finding } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { Disclosure } from "../disclosure";
import { KeyValue } from "../key-value";
import { Panel } from "../panel";
import type { Tone } from "../tone";
import { useMessage } from "./use-message";

const TONES = {
  none: "success",
  note: "info",
  condition: "warning",
  open: "neutral",
  gap: "danger",
} as const satisfies Record<Finding["severity"], Tone>;

type FindingListProps = { findings: ReadonlyArray<Finding>; decidedBy: ReadonlyArray<string> };

/** What decided comes first and open; what conforms is there when asked for. */
export function FindingList({ findings, decidedBy }: FindingListProps) {
  const { t } = useTranslation("assessment");
  const open = findings.filter(({ severity }) => severity !== "none");
  const conforming = findings.filter(({ severity }) => severity === "none");
  return (
    <Panel title={t("findings.title")} description={t("findings.description")}>
      {open.length === 0 ? <p>{t("findings.none")}</p> : null}
      {open.map((finding) => (
        <FindingEntry key={finding.id} finding={finding} isDecisive={decidedBy.includes(finding.id)} />
      ))}
      {conforming.length > 0 ? (
        <Disclosure summary={t("findings.conforming", { count: conforming.length })}>
          {conforming.map((finding) => (
            <FindingEntry key={finding.id} finding={finding} isDecisive={false} />
          ))}
        </Disclosure>
      ) : null}
    </Panel>
  );
}

function FindingEntry({ finding, isDecisive }: { finding: Finding; isDecisive: boolean }) {
  const { t } = useTranslation("assessment");
  const write = useMessage();
  return (
    <Disclosure
      boxed
      summary={
        <span className="inline-flex flex-wrap items-center gap-2">
          <Badge tone={TONES[finding.severity]}>{t(`severity.${finding.severity}`)}</Badge>
          <span>{write(finding.reason)}</span>
          {isDecisive ? <span className="text-muted text-sm">{t("findings.decisive")}</span> : null}
        </span>
      }
    >
      <KeyValue
        entries={[
          { term: t("findings.expected"), value: write(finding.expected) },
          { term: t("findings.declared"), value: write(finding.declared) },
          {
            term: t("findings.reference"),
            value: finding.clauses.map(({ standard, ref }) => `${standard.toUpperCase()} ${ref}`).join(", "),
          },
        ]}
      />
      {finding.waysToClose.length > 0 ? (
        <>
          <p className="mt-2 font-semibold">{t("findings.close")}</p>
          <ul className="list-disc ps-5">
            {finding.waysToClose.map(({ by, message }) => (
              <li key={`${by} ${message.key}`}>{t(`closeBy.${by}`, { text: write(message) })}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Disclosure>
  );
}
