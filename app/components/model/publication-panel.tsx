import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { Panel } from "~/components/panel";
import { StepUpField } from "~/components/step-up-field";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { StepUp } from "~/domain/access/step-up";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { PublicationFindings, type PublicationFindingsProps } from "./publication-findings";

export type PublicationRefusal =
  | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
  | {
      code:
        | "already-submitted"
        | "nothing-changed"
        | "zones-without-target"
        | "stale-draft"
        | "not-submitted"
        | "same-person"
        | "changed-since-submitted"
        | "comment-missing"
        | "not-your-submission"
        | "name-differs"
        | "model-has-revisions";
    };

export type PublicationOutcome = { intent: string; refusal: PublicationRefusal } | undefined;

type PublicationPanelProps = PublicationFindingsProps & {
  modelName: string;
  version: number;
  fingerprint: string;
  returnComment: string;
  submission: { personName: string | null; at: string | null; note: string; isOwn: boolean } | null;
  may: { submit: boolean; approve: boolean; return: boolean; withdraw: boolean; delete: boolean };
  zonesWithoutTarget: ReadonlyArray<{ id: string; name: string }>;
  hasChanges: boolean;
  outcome: PublicationOutcome;
  stepUp: StepUp;
};

/** Submit, approve, return, withdraw: what this person may do with the draft now, and why not the rest. */
export function PublicationPanel(props: PublicationPanelProps) {
  const { submission, may, zonesWithoutTarget, returnComment, modelId, fingerprint, version, outcome } =
    props;
  const { t } = useTranslation("model");
  const offered: Readonly<Record<Intent, boolean>> = {
    submit: may.submit && props.hasChanges,
    approve: may.approve,
    return: may.return && !submission?.isOwn,
    withdraw: may.withdraw,
    delete: may.delete && !submission,
  };
  // The step may be gone: somebody else was faster.
  const isOrphan =
    outcome !== undefined && !Object.entries(offered).some(([intent, is]) => is && intent === outcome.intent);
  return (
    <Panel title={t(submission ? "publish.waiting" : "publish.title")} description={t("publish.description")}>
      <div className="grid gap-5">
        {isOrphan && outcome.refusal.code !== "invalid-input" ? (
          <FormError formErrors={[t(`publish.refusal.${outcome.refusal.code}`)]} />
        ) : null}
        {returnComment && !submission ? (
          <Callout tone="warning" title={t("publish.returned")}>
            <p className="whitespace-pre-line">{returnComment}</p>
          </Callout>
        ) : null}
        {submission ? <Submission submission={submission} /> : null}
        <PublicationFindings {...props} />
        {zonesWithoutTarget.length > 0 ? (
          <Callout
            tone="warning"
            title={t("publish.zonesWithoutTarget", { count: zonesWithoutTarget.length })}
          >
            <ul>
              {zonesWithoutTarget.map(({ id, name }) => (
                <li key={id}>
                  <Link to={`${paths.modelTable(modelId, { element: id })}#element`}>{name}</Link>
                </li>
              ))}
            </ul>
          </Callout>
        ) : null}
        {offered.submit ? (
          <Step intent="submit" outcome={outcome} hidden={{ version: String(version) }}>
            <TextArea name="note" label={t("publish.note")} hint={t("publish.noteHint")} optional rows={2} />
          </Step>
        ) : null}
        {may.submit && !props.hasChanges ? <p className="text-muted">{t("publish.nothingChanged")}</p> : null}
        {offered.approve ? (
          <Step intent="approve" outcome={outcome} hidden={{ fingerprint }}>
            <StepUpField stepUp={props.stepUp} />
          </Step>
        ) : null}
        {submission?.isOwn ? <p className="text-muted">{t("publish.fourEyes")}</p> : null}
        {offered.withdraw ? <Step intent="withdraw" outcome={outcome} /> : null}
        {offered.return ? (
          <Step intent="return" outcome={outcome}>
            <TextArea
              name="comment"
              label={t("publish.comment")}
              hint={t("publish.commentHint")}
              required
              rows={2}
            />
          </Step>
        ) : null}
        {offered.delete ? (
          <Disclosure summary={t("publish.delete")} defaultOpen={outcome?.intent === "delete"}>
            <Step intent="delete" outcome={outcome}>
              <TextField name="name" label={t("publish.deleteName", { name: props.modelName })} required />
            </Step>
          </Disclosure>
        ) : null}
      </div>
    </Panel>
  );
}

type SubmissionProps = { submission: NonNullable<PublicationPanelProps["submission"]> };

function Submission({ submission: { personName, at, note } }: SubmissionProps) {
  const { t } = useTranslation("model");
  return (
    <Callout tone="info" title={t("publish.submittedBy", { name: personName ?? t("common:unknown") })}>
      {at ? <DateText value={at} time /> : null}
      {note ? <p className="whitespace-pre-line">{note}</p> : null}
    </Callout>
  );
}

type Intent = "submit" | "approve" | "return" | "withdraw" | "delete";

type StepProps = {
  intent: Intent;
  outcome: PublicationOutcome;
  hidden?: Readonly<Record<string, string>>;
  children?: ReactNode;
};

const VARIANTS = {
  submit: "primary",
  approve: "primary",
  return: "regular",
  withdraw: "regular",
  delete: "danger",
} as const satisfies Record<Intent, string>;

/** One step of the way to a revision as a form; its refusal shows inside. */
function Step({ intent, outcome, hidden = {}, children }: StepProps) {
  const { t } = useTranslation("model");
  const refusal = outcome?.intent === intent ? outcome.refusal : undefined;
  const fields = refusal?.code === "invalid-input" ? refusal.fields : undefined;
  const labels = { comment: t("publish.comment"), note: t("publish.note") };
  return (
    <Form method="post" className="grid gap-3">
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormError
        errors={fields}
        formErrors={
          refusal && refusal.code !== "invalid-input" ? [t(`publish.refusal.${refusal.code}`)] : undefined
        }
        labels={labels}
      />
      {children}
      <FormActions>
        <SubmitButton variant={VARIANTS[intent]}>{t(`publish.${intent}Confirm`)}</SubmitButton>
      </FormActions>
    </Form>
  );
}
