import type { ReactNode } from "react";
import type { Finding, WayToClose } from "~/domain/assessment/assessment";
import type { FindingTopic } from "~/domain/assessment/questions/finding-topics";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { Disclosure } from "../disclosure";
import { FilterChips } from "../filter-chips";
import { Panel } from "../panel";
import { FindingEntry, type ListedFinding } from "./finding-entry";

export type FindingListProps = {
  findings: {
    groups: ReadonlyArray<{ topic: FindingTopic; findings: ReadonlyArray<ListedFinding> }>;
    filter: { show: FindingKind | null; by: WayToClose["by"] | null };
    total: number;
    kinds: ReadonlyArray<{ kind: FindingKind; count: number }>;
    closers: ReadonlyArray<{ by: WayToClose["by"]; count: number }>;
  };
  /** What is said about a finding, where people can talk about it. */
  questions?: ((findingId: string) => ReactNode) | undefined;
};
type FindingKind = "open" | "condition" | "note" | "conforming";

/** Findings by topic, what decided first; what conforms is there when asked for. */
export function FindingList({ findings, questions }: FindingListProps) {
  const { t } = useTranslation("assessment");
  const { groups, filter, kinds, closers } = findings;
  return (
    <Panel id="findings" title={t("findings.title")} description={t("findings.description")}>
      <FilterChips
        label={t("questions:findings.show")}
        param="show"
        options={kinds.map(({ kind, count }) => ({
          value: kind,
          label: t(`questions:kind.${kind}`),
          count,
        }))}
      />
      <FilterChips
        label={t("questions:findings.by")}
        param="by"
        options={closers.map(({ by, count }) => ({
          value: by,
          label: t(`questions:closer.${by}`),
          count,
        }))}
      />
      {groups.length === 0 ? <p>{t("questions:findings.noneMatches")}</p> : null}
      {groups.map((group) => (
        <FindingGroup
          key={group.topic}
          {...group}
          isUnfolded={filter.show === "conforming"}
          questions={questions}
        />
      ))}
    </Panel>
  );
}

type FindingGroupProps = {
  topic: FindingTopic;
  findings: ReadonlyArray<ListedFinding>;
  isUnfolded: boolean;
  questions: FindingListProps["questions"];
};

function FindingGroup({ topic, findings, isUnfolded, questions }: FindingGroupProps) {
  const { t } = useTranslation("questions");
  const topicText = useTopicText();
  const conforms = ({ severity }: Finding) => severity === "none";
  const first = isUnfolded ? findings : findings.filter((finding) => !conforms(finding));
  const folded = isUnfolded ? [] : findings.filter(conforms);
  return (
    <section aria-labelledby={`findings-${topic}`} className="grid gap-2">
      <h3 id={`findings-${topic}`} className="subsection-title">
        {topicText(topic)}{" "}
        <span className="font-normal text-muted text-sm">
          {t("findings.group", { count: findings.length })}
        </span>
      </h3>
      {first.map((finding) => (
        <FindingEntry key={finding.id} finding={finding}>
          {questions?.(finding.id)}
        </FindingEntry>
      ))}
      {folded.length > 0 ? (
        <Disclosure summary={t("assessment:findings.conforming", { count: folded.length })}>
          <div className="grid gap-2">
            {folded.map((finding) => (
              <FindingEntry key={finding.id} finding={finding}>
                {questions?.(finding.id)}
              </FindingEntry>
            ))}
          </div>
        </Disclosure>
      ) : null}
    </section>
  );
}

function useTopicText(): (topic: FindingTopic) => string {
  const { t } = useTranslation("questions");
  return (topic) => {
    const fr = FOUNDATIONAL_REQUIREMENTS.find((one) => one === topic);
    if (fr) return t("assessment:results.area", { fr, name: t(`components:fr.${fr}.name`) });
    // What is no area has a name of its own.
    return t(`topic.${topic as Exclude<FindingTopic, (typeof FOUNDATIONAL_REQUIREMENTS)[number]>}`);
  };
}
