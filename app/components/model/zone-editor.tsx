import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { CheckboxField } from "~/components/checkbox-field";
import { Disclosure } from "~/components/disclosure";
import { LevelStrip } from "~/components/level-strip";
import { LevelVectorField } from "~/components/level-vector-field";
import { SelectField } from "~/components/select-field";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { VerifyMark } from "~/components/verify-mark";
import { CRITICALITY_LEVELS, TRUST_CLASSES, type Zone } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { Choices, PickedElement, Suggestion, ZoneChoice } from "./choices";
import { CommandForm, type FieldState } from "./command-form";
import type { EditorProps } from "./element-editor";
import { indentedName } from "./indent";
import { levelErrors, typedLevels } from "./level-fields";
import { PlaceForm } from "./place-form";
import type { FormOutcome } from "./refusal";
import { useTableLink } from "./use-table-link";

const CRITERIA = ["patientSafety", "continuityOfCare", "confidentiality"] as const;

type ZoneEditorProps = EditorProps & Extract<PickedElement, { kind: "zone" }>;

/** Describe, set the target, nest, delete: one form each. */
export function ZoneEditor(props: ZoneEditorProps) {
  const { modelId, version, choices, outcome, zone, parents, place, suggestion } = props;
  const { t } = useTranslation("model");
  const form = { version, outcome, hidden: { zoneId: zone.id } };
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <CommandForm
        {...form}
        id="zone-facts"
        type="update-zone"
        labels={useZoneLabels("changes")}
        submit={t("table.save")}
      >
        {(state) => <ZoneFields prefix="changes" state={state} choices={choices} zone={zone} />}
      </CommandForm>
      <div className="grid content-start gap-6">
        <CommandForm {...form} id="zone-target" type="set-sl-target" submit={t("zone.saveTarget")}>
          {({ errors, typed }) => (
            <>
              <LevelVectorField
                name="slTarget"
                legend={t("common:target")}
                hint={t("zone.targetHint")}
                allowEmpty
                defaultValue={typedLevels(typed, "slTarget", zone.slTarget)}
                errors={levelErrors(errors, "slTarget")}
              />
              <TextArea
                name="rationale"
                label={t("zone.rationale")}
                hint={t("zone.rationaleHint")}
                defaultValue={typed("rationale", zone.slTargetRationale)}
                errors={errors.rationale}
                rows={3}
              />
            </>
          )}
        </CommandForm>
        {suggestion ? <TakeSuggestion form={form} suggestion={suggestion} /> : null}
        <CommandForm {...form} id="zone-nest" type="nest-zone" variant="regular" submit={t("zone.nest")}>
          {({ errors, typed }) => (
            <ParentField
              name="parentId"
              zones={parents}
              value={typed("parentId", zone.parentId)}
              errors={errors.parentId}
            />
          )}
        </CommandForm>
        <PlaceForm form={form} place={place} />
        <ZoneLinks modelId={modelId} zone={zone} />
        <Disclosure summary={t("zone.delete")} boxed defaultOpen={outcome?.form === "zone-delete"}>
          <Callout tone="warning">{t("zone.deleteText")}</Callout>
          <CommandForm
            {...form}
            id="zone-delete"
            type="delete-zone"
            variant="danger"
            submit={t("zone.deleteConfirm")}
          />
        </Disclosure>
      </div>
    </div>
  );
}

/** What else can be done with the zone, each on a page or in a form of its own. */
function ZoneLinks({ modelId, zone }: { modelId: string; zone: Zone }) {
  const { t } = useTranslation("model");
  const linkTo = useTableLink(modelId);
  const add = (kind: "zone" | "asset" | "conduit") => linkTo({ add: kind, zone: zone.id }, "element");
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink to={add("zone")} icon="plus" size="small">
        {t("table:add.zoneInside")}
      </ButtonLink>
      <ButtonLink to={add("asset")} icon="plus" size="small">
        {t("table:add.assetInside")}
      </ButtonLink>
      <ButtonLink to={add("conduit")} icon="plus" size="small">
        {t("table:add.conduitFrom")}
      </ButtonLink>
      <ButtonLink to={paths.zoneProfile(modelId, zone.id)} icon="document" size="small">
        {t("zone.profile")}
      </ButtonLink>
      {zone.trustClass === "untrusted" ? null : (
        <ButtonLink
          to={paths.elementRisk(modelId, { kind: "zone", id: zone.id })}
          icon="document"
          size="small"
        >
          {t("table:target.assess")}
        </ButtonLink>
      )}
    </div>
  );
}

type TakeSuggestionProps = {
  form: { version: number; outcome: FormOutcome | undefined; hidden: Readonly<Record<string, string>> };
  suggestion: Suggestion;
};

/** The target that the kind of the zone suggests, to be taken over as it is. */
function TakeSuggestion({ form, suggestion }: TakeSuggestionProps) {
  const { t } = useTranslation("diagram");
  const { name, suggestedSlTarget, slTargetConfidence } = suggestion;
  const title = t("panel.suggestion", { name });
  return (
    <CommandForm
      {...form}
      id="zone-suggestion"
      type="take-suggestion"
      variant="regular"
      submit={t("table:target.take")}
    >
      {() => (
        <>
          <p>
            {title} <VerifyMark confidence={slTargetConfidence} />
          </p>
          <LevelStrip target={suggestedSlTarget} labels size="small" title={title} />
        </>
      )}
    </CommandForm>
  );
}

export function NewZoneForm({ version, choices, outcome, into }: EditorProps & { into: string | null }) {
  const { t } = useTranslation("model");
  return (
    <CommandForm
      id="zone-new"
      type="add-zone"
      version={version}
      outcome={outcome}
      labels={useZoneLabels("zone")}
      submit={t("table.add.zone")}
    >
      {(state) => (
        <>
          <ZoneFields prefix="zone" state={state} choices={choices} zone={null} />
          <CheckboxField
            name="zone.suggested"
            label={t("table:zone.suggested")}
            hint={t("table:zone.suggestedHint")}
            defaultChecked
          />
          <ParentField
            name="zone.parentId"
            zones={choices.zones}
            value={state.typed("zone.parentId", into)}
            errors={state.errors["zone.parentId"]}
          />
        </>
      )}
    </CommandForm>
  );
}

type ZoneFieldsProps = { prefix: "zone" | "changes"; state: FieldState; choices: Choices; zone: Zone | null };

function ZoneFields({ prefix, state: { errors, typed }, choices, zone }: ZoneFieldsProps) {
  const { t } = useTranslation("model");
  const field = (name: string, stored: string) => ({
    name: `${prefix}.${name}`,
    defaultValue: typed(`${prefix}.${name}`, stored),
    errors: errors[`${prefix}.${name}`],
  });
  return (
    <>
      <TextField {...field("name", zone?.name ?? "")} label={t("common:name")} required maxLength={120} />
      <SelectField
        {...field("referenceType", zone?.referenceType ?? "")}
        label={t("zone.referenceType")}
        placeholder={t("zone.noReferenceType")}
        options={choices.zoneTypes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        {...field("trustClass", zone?.trustClass ?? "medium")}
        label={t("zone.trustClass")}
        hint={t("zone.trustClassHint")}
        options={TRUST_CLASSES.map((value) => ({ value, label: t(`components:trustClass.${value}`) }))}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        {CRITERIA.map((criterion) => (
          <SelectField
            key={criterion}
            {...field(`criticality.${criterion}`, zone?.criticality[criterion] ?? "none")}
            label={t(`components:criticality.${criterion}`)}
            options={CRITICALITY_LEVELS.map((value) => ({
              value,
              label: t(`components:criticality.${value}`),
            }))}
          />
        ))}
      </div>
      <TextArea {...field("purpose", zone?.purpose ?? "")} label={t("zone.purpose")} optional rows={2} />
      <TextField {...field("owner", zone?.owner ?? "")} label={t("common:owner")} optional maxLength={200} />
      {zone ? (
        <TextArea
          {...field("weakerThanParentReason", zone.weakerThanParentReason)}
          label={t("zone.weakerReason")}
          hint={t("zone.weakerReasonHint")}
          optional
          rows={2}
        />
      ) : null}
    </>
  );
}

type ParentFieldProps = {
  name: string;
  zones: ReadonlyArray<ZoneChoice>;
  value: string | null;
  errors: ReadonlyArray<string> | undefined;
};

function ParentField({ name, zones, value, errors }: ParentFieldProps) {
  const { t } = useTranslation("model");
  return (
    <SelectField
      name={name}
      label={t("zone.parent")}
      placeholder={t("zone.noParent")}
      defaultValue={value ?? ""}
      options={zones.map((zone) => ({ value: zone.id, label: indentedName(zone) }))}
      errors={errors}
    />
  );
}

/** Names of the fields for the list of errors above a form. */
function useZoneLabels(prefix: "zone" | "changes"): Readonly<Record<string, string>> {
  const { t } = useTranslation("model");
  return {
    [`${prefix}.name`]: t("common:name"),
    [`${prefix}.referenceType`]: t("zone.referenceType"),
    [`${prefix}.trustClass`]: t("zone.trustClass"),
    [`${prefix}.purpose`]: t("zone.purpose"),
    [`${prefix}.owner`]: t("common:owner"),
    [`${prefix}.weakerThanParentReason`]: t("zone.weakerReason"),
  };
}
