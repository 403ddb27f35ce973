import type { ReactNode } from "react";
import type { Finding, WayToClose } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { Disclosure } from "../disclosure";
import { KeyValue } from "../key-value";
import type { Tone } from "../tone";
import { useMessage } from "./use-message";

export const SEVERITY_TONES = {
  none: "success",
  note: "info",
  condition: "warning",
  open: "neutral",
  gap: "danger",
} as const satisfies Record<Finding["severity"], Tone>;

export type ListedFinding = Finding & {
  isDecisive: boolean;
  evidence: ReadonlyArray<{ id: string; title: string }>;
};

/** One line of an assessment: the sentence first; what was expected, declared and would close it when opened. */
export function FindingEntry({ finding, children }: { finding: ListedFinding; children?: ReactNode }) {
  const { t, i18n } = useTranslation("assessment");
  const write = useMessage();
  const why = `checks:${finding.checkId}.why`;
  const { evidence } = finding;
  return (
    <Disclosure
      boxed
      summary={
        <span className="flex items-baseline gap-2">
          <Badge tone={SEVERITY_TONES[finding.severity]}>{t(`severity.${finding.severity}`)}</Badge>
          <span className="min-w-0">
            {write(finding.reason)}{" "}
            {finding.isDecisive ? (
              <span className="font-normal text-muted text-sm">{t("findings.decisive")}</span>
            ) : null}
          </span>
        </span>
      }
    >
      <KeyValue
        entries={[
          { term: t("findings.expected"), value: write(finding.expected) },
          { term: t("findings.declared"), value: write(finding.declared) },
          ...(evidence.length > 0
            ? [
                {
                  term: t("questions:findings.evidence"),
                  value: evidence.map(({ title }) => title).join(", "),
                },
              ]
            : []),
          // A frozen assessment may name a check that is no more.
          ...(i18n.exists(why)
            ? [{ term: t("questions:findings.why"), value: write({ key: why, params: {} }) }]
            : []),
          {
            term: t("findings.reference"),
            value: finding.clauses.map(({ standard, ref }) => `${standard.toUpperCase()} ${ref}`).join(", "),
          },
        ]}
      />
      <WaysToClose ways={finding.waysToClose} />
      {children}
    </Disclosure>
  );
}

function WaysToClose({ ways }: { ways: ReadonlyArray<WayToClose> }) {
  const { t } = useTranslation("assessment");
  const write = useMessage();
  if (ways.length === 0) return null;
  return (
    <>
      <p className="mt-2 font-semibold">{t("findings.close")}</p>
      <ul className="list-disc ps-5">
        {ways.map(({ by, message }) => (
          <li key={`${by} ${message.key}`}>{t(`closeBy.${by}`, { text: write(message) })}</li>
        ))}
      </ul>
    </>
  );
}
