import { KeyValue } from "~/components/key-value";
import { useRuleWords } from "~/components/model/use-rule-words";
import { Panel } from "~/components/panel";
import { ASSET_MARKS, type ConduitMark, type PartitionFacts } from "~/domain/risk/partition-facts";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import type { RiskPageParts } from "./risk-parts";

/** What is in the element, what reaches it, and what stands against the partition (ZCR 3): what a rating rests on. */
export function PartitionPanel({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const { partition, modelId } = page;
  const words = useRuleWords();
  if (!partition) return null;
  return (
    <Panel title={t("partition.title")} level={3}>
      {partition.kind === "zone" ? (
        <ZoneParts facts={partition} page={page} />
      ) : (
        <ConduitParts facts={partition} page={page} />
      )}
      {partition.findings.length > 0 ? (
        <>
          <p>{t("partition.findings", { count: partition.findings.length })}</p>
          <ul className="rule-defaults">
            {partition.findings.map((finding) => (
              <li key={finding.id}>
                {words.sentence(finding)}{" "}
                <span className="text-muted">{words.clauses(finding.ruleId).join(", ")}</span>
              </li>
            ))}
          </ul>
          <p>
            <Link to={paths.model(modelId, { element: page.element.id })}>{t("toDiagram")}</Link>
          </p>
        </>
      ) : (
        <p className="text-muted">{t("partition.noFindings")}</p>
      )}
    </Panel>
  );
}

type PartsProps<Kind extends PartitionFacts["kind"]> = {
  facts: Extract<PartitionFacts, { kind: Kind }>;
  page: RiskPageParts;
};

function ZoneParts({ facts, page }: PartsProps<"zone">) {
  const { t } = useTranslation("risk");
  const withMarks = useMarks();
  const { criticality, devices, marked, conduits } = facts;
  const marks = ASSET_MARKS.filter((mark) => marked[mark] > 0);
  return (
    <KeyValue
      entries={[
        {
          term: t("partition.devices"),
          value: [
            t("partition.count", { count: devices }),
            ...marks.map((mark) => t(`partition.asset.${mark}`, { count: marked[mark] })),
          ].join("; "),
        },
        {
          term: t("partition.criticality"),
          value: (["patientSafety", "continuityOfCare", "confidentiality"] as const)
            .map(
              (aim) =>
                `${t(`components:criticality.${aim}`)}: ${t(`components:criticality.${criticality[aim]}`)}`,
            )
            .join("; "),
        },
        {
          term: t("partition.conduits"),
          value:
            conduits.length === 0 ? (
              t("common:none")
            ) : (
              <ul className="rule-defaults">
                {conduits.map(({ id, otherEnd, marks: of }) => (
                  <li key={id}>
                    <Link to={paths.elementRisk(page.modelId, { kind: "conduit", id })}>
                      {withMarks(otherEnd, of)}
                    </Link>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

function ConduitParts({ facts, page }: PartsProps<"conduit">) {
  const { t } = useTranslation("risk");
  const language = useLanguage();
  const { ends, marks, channels } = facts;
  const protection = (encrypted: boolean | null, authenticated: boolean | null) =>
    formatList(
      [t(`partition.encrypted.${said(encrypted)}`), t(`partition.authenticated.${said(authenticated)}`)],
      language,
    );
  return (
    <KeyValue
      entries={[
        {
          term: t("partition.ends"),
          value: (
            <ul className="rule-defaults">
              {ends.map(({ id, name }) => (
                <li key={id}>
                  <Link to={paths.elementRisk(page.modelId, { kind: "zone", id })}>{name}</Link>
                </li>
              ))}
            </ul>
          ),
        },
        {
          term: t("model:conduit.marks"),
          value:
            marks.length === 0
              ? t("common:none")
              : formatList(
                  marks.map((mark) => t(`model:conduit.${mark}`)),
                  language,
                ),
        },
        {
          term: t("model:conduit.channels"),
          value:
            channels.length === 0 ? (
              t("model:conduit.noChannels")
            ) : (
              <ul className="rule-defaults">
                {channels.map(({ id, protocol, ports, encrypted, authenticated }) => (
                  <li key={id}>
                    {[protocol, ports].filter(Boolean).join(" ")}: {protection(encrypted, authenticated)}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

function said(value: boolean | null): "yes" | "no" | "unknown" {
  return value === null ? "unknown" : value ? "yes" : "no";
}

/** A conduit by its other end, with what is special about it. */
function useMarks() {
  const { t } = useTranslation("model");
  const language = useLanguage();
  return (name: string, marks: ReadonlyArray<ConduitMark>) => {
    const words = marks.map((mark) => t(`conduit.${mark}`));
    return words.length === 0 ? name : `${name} (${formatList(words, language)})`;
  };
}
