import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ConditionState } from "~/domain/procurement/condition";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DateText } from "../date-text";
import { Disclosure } from "../disclosure";
import { KeyValue } from "../key-value";
import { Panel } from "../panel";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { AttachmentField } from "./attachment-field";
import { AttachmentList } from "./attachment-list";
import { ConditionBadge } from "./badges";
import { type PostedValues, textOf, textsOf } from "./posted-values";

type ShownCondition = {
  id: string;
  text: string;
  owner: string;
  dueOn: string;
  completedAt: string | null;
  completedByName: string | null;
  completionNote: string;
  files: ReadonlyArray<{ sha256: string; name: string; bytes: number }>;
  state: ConditionState;
};

type ConditionListProps = {
  decisionId: string;
  conditions: ReadonlyArray<ShownCondition>;
  mayComplete: boolean;
  /** Of the condition that was just refused. */
  refused: { values: PostedValues; fields: Readonly<Record<string, ReadonlyArray<string>>> } | undefined;
};

export function ConditionList({ decisionId, conditions, mayComplete, refused }: ConditionListProps) {
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
              <ConditionFacts
                condition={condition}
                files={
                  <AttachmentList
                    attachments={condition.files}
                    hrefOf={(sha256) => paths.conditionFile(decisionId, condition.id, sha256)}
                  />
                }
              />
              {condition.completedAt === null && mayComplete ? (
                <CompletionForm conditionId={condition.id} refused={isRefused ? refused : undefined} />
              ) : null}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

type CompletionFormProps = { conditionId: string; refused: ConditionListProps["refused"] };

/** How it was seen to be met, and the files that show it. */
function CompletionForm({ conditionId, refused }: CompletionFormProps) {
  const { t } = useTranslation("decision");
  return (
    <Disclosure summary={t("conditions.complete")} defaultOpen={refused !== undefined}>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="conditionId" value={conditionId} />
        <TextArea
          id={`note-${conditionId}`}
          name="note"
          label={t("conditions.note")}
          hint={t("conditions.noteHint")}
          maxLength={2000}
          defaultValue={refused && textOf(refused.values, "note")}
          errors={refused?.fields.note}
        />
        <AttachmentField
          id={`attachments-${conditionId}`}
          purpose="condition"
          legend={t("conditions.files")}
          posted={refused ? textsOf(refused.values, "attachments") : []}
          errors={refused?.fields.attachments ?? refused?.fields["attachments.0"]}
        />
        <div className="actions">
          <SubmitButton>{t("conditions.submit")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function ConditionFacts({ condition, files }: { condition: ShownCondition; files: ReactNode }) {
  const { t } = useTranslation("decision");
  const { owner, dueOn, completedAt, completedByName, completionNote } = condition;
  const completion =
    completedAt === null
      ? []
      : [
          { term: t("conditions.completedAt"), value: <DateText value={completedAt} /> },
          { term: t("conditions.completedBy"), value: completedByName ?? "–" },
          { term: t("conditions.note"), value: completionNote },
          ...(condition.files.length > 0 ? [{ term: t("conditions.files"), value: files }] : []),
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
