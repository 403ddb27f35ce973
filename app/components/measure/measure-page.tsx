import { Form } from "@remix-run/react";
import {
  MATURITY_LEVELS,
  MEASURE_STATES,
  type MeasureContent,
  type MeasureField,
  type MeasureKind,
  type MeasureOrigin,
} from "~/domain/measure/measure";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Badge } from "../badge";
import { Callout } from "../callout";
import { DateText } from "../date-text";
import { FormActions } from "../form-actions";
import { FormError } from "../form-error";
import { KeyValue } from "../key-value";
import { Link } from "../link";
import { Page } from "../page";
import type { PostedValues } from "../procurement/posted-values";
import { Section } from "../section";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { VerifyMark } from "../verify-mark";
import { groupName } from "./group-name";
import { LinkedText } from "./linked-text";
import { MeasureBadge } from "./measure-badge";
import { MeasureFiles, type ShownMeasureFile } from "./measure-files";
import { type Change, MeasureHistory } from "./measure-history";
import { OwnerField } from "./owner-field";
import { type MeasureRefusal, RefusalOfMeasures } from "./refusal-of-measures";

type MeasurePageProps = {
  measure: {
    id: string;
    kind: MeasureKind;
    group: string;
    title: string;
    minSl: number | null;
    confidence: Confidence;
    conflict: boolean;
    note: string;
  };
  content: MeasureContent;
  from: MeasureOrigin;
  version: number;
  isOverdue: boolean;
  place: { modelId: string; zoneId: string } | null;
  choice: string;
  zoneName: string;
  groupTitle: string | null;
  members: ReadonlyArray<{ name: string; email: string }>;
  history: ReadonlyArray<Change>;
  files: ReadonlyArray<ShownMeasureFile>;
  mayRecord: boolean;
  mayAttach: boolean;
  outcome:
    | { of: "record"; refusal: MeasureRefusal; typed: Readonly<Record<string, string>> }
    | { of: "files"; refusal: MeasureRefusal; values: PostedValues }
    | undefined;
};

export function MeasurePage(page: MeasurePageProps) {
  const { t } = useTranslation("measure");
  const { measure, content, from, place, zoneName, choice, outcome } = page;
  const placeName = place ? zoneName : t("hospital");
  const facts = [
    { term: t("field.zone"), value: placeName },
    { term: t("field.kind"), value: t(`kind.${measure.kind}`) },
    { term: t("field.group"), value: groupName(t, { id: measure.group, title: page.groupTitle }) },
    ...(measure.minSl === null ? [] : [{ term: "SL", value: t("list.level", { level: measure.minSl }) }]),
    ...(measure.note ? [{ term: t("field.note"), value: measure.note }] : []),
  ];
  return (
    <Page
      title={`${measure.id}: ${measure.title}`}
      badge={<VerifyMark confidence={measure.confidence} conflict={measure.conflict} />}
      breadcrumb={[
        { label: t("title"), to: paths.measures() },
        { label: placeName, to: paths.measures({ zone: choice }) },
      ]}
    >
      <Section title={t("one.what")}>
        <KeyValue entries={facts} columns={2} />
      </Section>
      <Section title={t("one.form")}>
        <p className="flex flex-wrap gap-2">
          <MeasureBadge state={content.state} />
          {page.isOverdue ? <Badge tone="danger">{t("overdue")}</Badge> : null}
        </p>
        {from === "hospital" && place ? (
          <Callout
            tone="info"
            action={<Link to={paths.measure(null, measure.id)}>{t("one.openHospital")}</Link>}
          >
            {t("one.takenOver")}
          </Callout>
        ) : null}
        {page.mayRecord ? <MeasureForm {...page} /> : <ContentFacts content={content} />}
      </Section>
      <MeasureFiles
        files={page.files}
        mayAttach={page.mayAttach}
        refused={outcome?.of === "files" ? outcome : undefined}
      />
      <MeasureHistory history={page.history} />
    </Page>
  );
}

function MeasureForm({ content, version, from, place, members, ...page }: MeasurePageProps) {
  const { t } = useTranslation("measure");
  const outcome = page.outcome?.of === "record" ? page.outcome : undefined;
  const typed = (field: MeasureField) => outcome?.typed[field] ?? String(content[field] ?? "");
  const refusal = outcome?.refusal;
  const errors = refusal?.code === "invalid-input" ? fieldErrors(refusal.fields) : {};
  const labels = { owner: t("field.owner"), reason: t("field.reason"), dueOn: t("field.dueOn") };
  return (
    <Form method="post" key={outcome ? "typed" : version} className="grid gap-4" noValidate>
      <input type="hidden" name="version" value={version} />
      {refusal && refusal.code !== "invalid-input" ? <RefusalOfMeasures refusal={refusal} /> : null}
      <FormError errors={errors} labels={labels} />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name="state"
          label={t("field.state")}
          options={MEASURE_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          defaultValue={typed("state")}
        />
        <TextField
          name="dueOn"
          type="date"
          label={t("field.dueOn")}
          errors={errors.dueOn}
          defaultValue={typed("dueOn")}
        />
        <OwnerField
          members={members}
          hint={t("field.ownerHint")}
          errors={errors.owner}
          defaultValue={typed("owner")}
        />
        <SelectField
          name="maturity"
          label={t("field.maturity")}
          hint={t("field.maturityHint")}
          placeholder={t("maturity.none")}
          options={MATURITY_LEVELS.map((level) => ({ value: String(level), label: t(`maturity.${level}`) }))}
          defaultValue={typed("maturity")}
        />
      </div>
      <TextArea
        name="evidence"
        rows={3}
        label={t("field.evidence")}
        hint={t("field.evidenceHint")}
        maxLength={2000}
        errors={errors.evidence}
        defaultValue={typed("evidence")}
      />
      {content.evidence ? <LinkedText text={content.evidence} /> : null}
      <TextArea
        name="reason"
        rows={2}
        label={t("field.reason")}
        hint={t("field.reasonHint")}
        maxLength={1000}
        errors={errors.reason}
        defaultValue={typed("reason")}
      />
      <TextArea
        name="note"
        rows={3}
        label={t("field.note")}
        maxLength={2000}
        errors={errors.note}
        defaultValue={typed("note")}
      />
      <FormActions>
        <SubmitButton name="intent" value="save">
          {t("one.save")}
        </SubmitButton>
        {from === "here" && place ? (
          <SubmitButton name="intent" value="take-back" variant="quiet">
            {t("one.takeBack")}
          </SubmitButton>
        ) : null}
      </FormActions>
    </Form>
  );
}

/** The use case names fields by their place in the list of changes; a form has one. */
function fieldErrors(fields: Readonly<Record<string, ReadonlyArray<string>>>) {
  return Object.fromEntries(
    Object.entries(fields).map(([path, errors]) => [path.split(".").at(-1) ?? path, errors]),
  );
}

function ContentFacts({ content }: { content: MeasureContent }) {
  const { t } = useTranslation("measure");
  const { owner, dueOn, maturity, evidence, reason, note } = content;
  const entries = [
    { term: t("field.owner"), value: owner || t("empty") },
    { term: t("field.dueOn"), value: dueOn ? <DateText value={dueOn} /> : t("empty") },
    { term: t("field.maturity"), value: t(`maturity.${maturity ?? "none"}`) },
    { term: t("field.evidence"), value: evidence ? <LinkedText text={evidence} /> : t("empty") },
    ...(reason ? [{ term: t("field.reason"), value: reason }] : []),
    ...(note ? [{ term: t("field.note"), value: note }] : []),
  ];
  return (
    <>
      <KeyValue entries={entries} columns={2} />
      <p className="text-muted">{t("one.readOnly")}</p>
    </>
  );
}
