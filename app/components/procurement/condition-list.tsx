import { Form } from "@remix-run/react";
import type { ConditionState } from "~/domain/procurement/condition";
import { useTranslation } from "~/i18n/use-translation";
import { DateText } from "../date-text";
import { Disclosure } from "../disclosure";
import { KeyValue } from "../key-value";
import { Panel } from "../panel";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { ConditionBadge } from "./badges";
import { type PostedValues, textOf } from "./posted-values";

type ShownCondition = {
  id: string;
  text: string;
  owner: string;
  dueOn: string;
  completedAt: string | null;
  completedByName: string | null;
  completionNote: string;
  state: ConditionState;
};

type ConditionListProps = {
  conditions: ReadonlyArray<ShownCondition>;
  mayComplete: boolean;
  /** Of the condition that was just refused. */
  refused: { values: PostedValues; noteErrors: ReadonlyArray<string> | undefined } | undefined;
};

export function ConditionList({ conditions, mayComplete, refused }: ConditionListProps) {
  const { t } = useTranslation("decision");
  if (conditions.length === 0) return null;
  return (
    <Panel title={t("conditions.title")}>
      <ol className="grid gap-3">
        {conditions.map((condition) => {
          const isRefused = refused !== undefined && textOf(refused.values, "conditionId") === condition.id;
          return (
            <li key={condition.id} className="grid gap-2 rounded-control border border-line p-3">
              <p className="flex flex-wrap items-center gap-2">
                <ConditionBadge state={condition.state} />
                <strong>{condition.text}</strong>
              </p>
              <ConditionFacts condition={condition} />
              {condition.completedAt === null && mayComplete ? (
                <Disclosure summary={t("conditions.complete")} defaultOpen={isRefused}>
                  <Form method="post" className="grid gap-3">
                    <input type="hidden" name="conditionId" value={condition.id} />
                    <TextArea
                      id={`note-${condition.id}`}
                      name="note"
                      label={t("conditions.note")}
                      hint={t("conditions.noteHint")}
                      maxLength={2000}
                      defaultValue={isRefused ? textOf(refused.values, "note") : undefined}
                      errors={isRefused ? refused.noteErrors : undefined}
                    />
                    <div className="actions">
                      <SubmitButton>{t("conditions.submit")}</SubmitButton>
                    </div>
                  </Form>
                </Disclosure>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function ConditionFacts({ condition }: { condition: ShownCondition }) {
  const { t } = useTranslation("decision");
  const { owner, dueOn, completedAt, completedByName, completionNote } = condition;
  const completion =
    completedAt === null
      ? []
      : [
          { term: t("conditions.completedAt"), value: <DateText value={completedAt} /> },
          { term: t("conditions.completedBy"), value: completedByName ?? "–" },
          { term: t("conditions.note"), value: completionNote },
        ];
  return (
    <KeyValue
      columns={3}
      entries={[
        { term: t("common:owner"), value: owner },
        { term: t("common:dueDate"), value: <DateText value={dueOn} /> },
        ...completion,
      ]}
    />
  );
}
