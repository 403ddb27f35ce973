import { Form } from "@remix-run/react";
import { type MouseEvent, useState } from "react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { CheckboxGroup } from "~/components/checkbox-group";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { SelectField } from "~/components/select-field";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { ASSURANCES, EVIDENCE_SUBJECTS, EVIDENCE_TYPES, type Evidence } from "~/domain/declaration/evidence";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { SECURITY_LEVELS } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { type FormValues, listOf, textOf } from "./form-values";
import { type Refusal, useRefusal } from "./refusal";
import { UnsavedWarning } from "./unsaved-warning";
import { FileField, type StoredFile } from "./upload/file-field";
import type { KeptFile } from "./upload/upload-requests";
import { useUpload } from "./upload/use-upload";
import { useWord } from "./use-word";

/** What the action says where nothing was written, with what the form shows again. */
export type RefusedEvidence = {
  intent: unknown;
  refusal: Refusal;
  /** The piece as somebody else left it; null where it is gone. Only after a conflict. */
  stored: Evidence | null;
  values: FormValues;
};

type EvidenceFormProps = {
  declarationId: string;
  /** The piece that is changed; null adds one. */
  edited: Evidence | null;
  /** How a new piece begins: with what is known of its file already. */
  template: Evidence | null;
  /** What a new piece is probably about. */
  product: string;
  stored: ReadonlyArray<StoredFile>;
  mayUpload: boolean;
  schemes: ReadonlyArray<{ id: string; name: string }>;
  refused: RefusedEvidence | undefined;
};

/** One piece of evidence as one plain form. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { declarationId, edited, product, schemes, refused } = props;
  const { t } = useTranslation("declaration");
  const word = useWord();
  const [isEdited, setIsEdited] = useState(refused !== undefined);
  const { fields, formErrors } = useRefusal(refused?.refusal);
  const isConflict = refused?.refusal.code === "evidence-changed";
  const before = isConflict ? refused.stored : edited;
  const values = refused?.values ?? writeEvidence(edited ?? props.template, product);
  const [digest, setDigest] = useState(textOf(values, "sha256"));
  const [arrived, setArrived] = useState<KeptFile | null>(null);
  const upload = useUpload(paths.declarationUploads(declarationId), (file) => {
    setArrived(file);
    setDigest(file.sha256);
    setIsEdited(true);
  });
  const isSending = ["sending", "cut", "checking"].includes(upload.view.phase);
  const field = (name: string) => ({
    name: `evidence.${name}`,
    defaultValue: textOf(values, name),
    errors: fields[`evidence.${name}`],
  });
  const words = (all: ReadonlyArray<string>) => all.map((value) => ({ value, label: word(value) }));
  return (
    <Form method="post" className="grid gap-4" onChange={() => setIsEdited(true)}>
      <FormError errors={fields} formErrors={isConflict ? [] : formErrors} labels={useEvidenceLabels()} />
      {isConflict ? (
        <Callout tone="warning" title={t("evidence.conflict.title")} live>
          {refused.stored ? t("evidence.conflict.text") : t("evidence.conflict.removed")}
        </Callout>
      ) : null}
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="before" value={JSON.stringify(before)} />
      <TextField
        {...field("title")}
        label={t("evidence.fileTitle")}
        hint={t("evidence.fileTitleHint")}
        required
      />
      <div className="fact-columns">
        <SelectField {...field("type")} label={t("evidence.type")} options={words(EVIDENCE_TYPES)} />
        <SelectField {...field("assurance")} label={t("evidence.assurance")} options={words(ASSURANCES)} />
      </div>
      <SelectField
        {...field("subject")}
        label={t("evidence.subject")}
        hint={t("evidence.subjectHint")}
        options={words(EVIDENCE_SUBJECTS)}
      />
      <TextField {...field("issuer")} label={t("evidence.issuer")} hint={t("evidence.issuerHint")} optional />
      <div className="fact-columns">
        <TextField
          {...field("scheme")}
          label={t("evidence.scheme")}
          hint={t("evidence.schemeHint")}
          list="schemes"
          required
        />
        <TextField
          {...field("schemeVersion")}
          label={t("evidence.schemeVersion")}
          hint={t("evidence.schemeVersionHint")}
        />
      </div>
      <datalist id="schemes">
        {schemes.map(({ id, name }) => (
          <option key={id} value={id} label={name} />
        ))}
      </datalist>
      <fieldset className="fact-row">
        <legend className="fact-row-name">{t("evidence.scope")}</legend>
        <p className="field-hint">{t("evidence.scopeHint")}</p>
        <TextField
          {...field("scope.product")}
          label={t("evidence.product")}
          hint={t("evidence.productHint")}
        />
        <TextArea
          {...field("scope.releases")}
          label={t("evidence.releases")}
          hint={t("evidence.releasesHint")}
          rows={2}
          className="input-low"
        />
        <CheckboxGroup
          name="evidence.scope.componentTypes"
          legend={t("evidence.componentTypes")}
          options={COMPONENT_TYPES.map((type) => ({
            value: type,
            label: t(`components:componentType.${type}`),
          }))}
          defaultValues={listOf(values, "scope.componentTypes")}
          errors={fields["evidence.scope.componentTypes"]}
        />
        <SelectField
          {...field("scope.level")}
          label={t("evidence.level")}
          placeholder={t("evidence.noLevel")}
          options={SECURITY_LEVELS.map((level) => ({
            value: String(level),
            label: t("evidence.levelOf", { level }),
          }))}
          className="input-short"
        />
      </fieldset>
      <div className="fact-columns">
        <TextField {...field("validFrom")} label={t("evidence.validFrom")} type="date" />
        <TextField {...field("validUntil")} label={t("evidence.validUntil")} type="date" />
      </div>
      <TextField
        {...field("reference")}
        label={t("evidence.reference")}
        hint={t("evidence.referenceHint")}
        optional
      />
      <FileField
        digest={digest}
        onDigest={(next) => {
          setDigest(next);
          setIsEdited(true);
        }}
        stored={props.stored}
        arrived={arrived}
        upload={upload}
        mayUpload={props.mayUpload}
        errors={fields["evidence.sha256"]}
      />
      {isSending ? <p className="field-hint">{t("files:waitsForUpload")}</p> : null}
      <FormActions>
        <SubmitButton
          aria-disabled={isSending || undefined}
          onClick={(event: MouseEvent) => (isSending ? event.preventDefault() : undefined)}
        >
          {t("evidence.save")}
        </SubmitButton>
        <ButtonLink to={paths.declarationEvidence(declarationId)}>{t("common:cancel")}</ButtonLink>
      </FormActions>
      <UnsavedWarning isUnsaved={isEdited || isSending} />
    </Form>
  );
}

function useEvidenceLabels() {
  const { t } = useTranslation("declaration");
  return {
    "evidence.title": t("evidence.fileTitle"),
    "evidence.type": t("evidence.type"),
    "evidence.subject": t("evidence.subject"),
    "evidence.issuer": t("evidence.issuer"),
    "evidence.assurance": t("evidence.assurance"),
    "evidence.scheme": t("evidence.scheme"),
    "evidence.schemeVersion": t("evidence.schemeVersion"),
    "evidence.scope.product": t("evidence.product"),
    "evidence.scope.releases": t("evidence.releases"),
    "evidence.scope.componentTypes": t("evidence.componentTypes"),
    "evidence.scope.level": t("evidence.level"),
    "evidence.validFrom": t("evidence.validFrom"),
    "evidence.validUntil": t("evidence.validUntil"),
    "evidence.reference": t("evidence.reference"),
    "evidence.sha256": t("evidence.sha256"),
  };
}

/** What the form shows first; for a new piece what is most likely, to be changed. */
function writeEvidence(piece: Evidence | null, product: string): FormValues {
  if (!piece)
    return {
      type: "certificate",
      subject: "product-capability",
      assurance: "declared",
      scope: { product },
    };
  const { scope, validFrom, validUntil, sha256, ...texts } = piece;
  return {
    ...texts,
    validFrom: validFrom ?? "",
    validUntil: validUntil ?? "",
    sha256: sha256 ?? "",
    scope: {
      ...scope,
      releases: scope.releases.join("\n"),
      level: scope.level === null ? "" : String(scope.level),
    },
  };
}
