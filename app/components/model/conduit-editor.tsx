import { ButtonLink } from "~/components/button-link";
import { CheckboxField } from "~/components/checkbox-field";
import { Disclosure } from "~/components/disclosure";
import { LevelStrip } from "~/components/level-strip";
import { LevelVectorField } from "~/components/level-vector-field";
import { SelectField } from "~/components/select-field";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { Conduit } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ChannelFields } from "./channel-fields";
import type { Choices, PickedElement } from "./choices";
import { CommandForm, type FieldState } from "./command-form";
import type { EditorProps } from "./element-editor";
import { indentedName } from "./indent";
import { levelErrors, typedLevels } from "./level-fields";

const FLAGS = ["wireless", "remoteAccess", "temporary"] as const;

type ConduitEditorProps = EditorProps &
  Pick<Extract<PickedElement, { kind: "conduit" }>, "conduit" | "derived">;

/** A conduit with its channels in one form; the last, empty row adds a channel. */
export function ConduitEditor({ modelId, version, choices, outcome, conduit, derived }: ConduitEditorProps) {
  const { t } = useTranslation("model");
  const form = { version, outcome, hidden: { conduitId: conduit.id } };
  return (
    <div className="grid gap-6">
      <CommandForm
        {...form}
        id="conduit-facts"
        type="update-conduit"
        labels={useConduitLabels("changes")}
        submit={t("table.save")}
      >
        {(state) => <ConduitFields prefix="changes" state={state} choices={choices} conduit={conduit} />}
      </CommandForm>
      <div className="flex flex-wrap items-center gap-4">
        <ButtonLink to={paths.elementRisk(modelId, { kind: "conduit", id: conduit.id })} icon="document">
          {t("table:target.assess")}
        </ButtonLink>
        {conduit.slTarget && derived ? (
          <LevelStrip target={derived} title={t("conduit.derived")} labels size="small" />
        ) : null}
      </div>
      <Disclosure summary={t("conduit.delete")} boxed defaultOpen={outcome?.form === "conduit-delete"}>
        <CommandForm
          {...form}
          id="conduit-delete"
          type="delete-conduit"
          variant="danger"
          submit={t("conduit.deleteConfirm")}
        />
      </Disclosure>
    </div>
  );
}

export function NewConduitForm({ version, choices, outcome, into }: EditorProps & { into: string | null }) {
  const { t } = useTranslation("model");
  return (
    <CommandForm
      id="conduit-new"
      type="add-conduit"
      version={version}
      outcome={outcome}
      labels={useConduitLabels("conduit")}
      submit={t("table.add.conduit")}
    >
      {(state) => (
        <ConduitFields prefix="conduit" state={state} choices={choices} conduit={null} from={into} />
      )}
    </CommandForm>
  );
}

type ConduitFieldsProps = {
  prefix: "conduit" | "changes";
  state: FieldState;
  choices: Choices;
  conduit: Conduit | null;
  /** Where a new one starts. */
  from?: string | null;
};

function ConduitFields({ prefix, state, choices, conduit, from }: ConduitFieldsProps) {
  const { t } = useTranslation("model");
  const { errors, typed } = state;
  const field = (name: string, stored: string) => ({
    name: `${prefix}.${name}`,
    defaultValue: typed(`${prefix}.${name}`, stored),
    errors: errors[`${prefix}.${name}`],
  });
  const zones = choices.zones.map((zone) => ({ value: zone.id, label: indentedName(zone) }));
  const channels = conduit?.channels ?? [];
  const target = `${prefix}.slTarget`;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField
          {...field("fromZoneId", conduit?.fromZoneId ?? from ?? "")}
          label={t("conduit.from")}
          placeholder={t("components:field.choose")}
          options={zones}
          required
        />
        <SelectField
          {...field("toZoneId", conduit?.toZoneId ?? "")}
          label={t("conduit.to")}
          placeholder={t("components:field.choose")}
          options={zones}
          required
        />
        <TextField
          {...field("name", conduit?.name ?? "")}
          label={t("common:name")}
          optional
          maxLength={120}
        />
      </div>
      <div className="flex flex-wrap gap-5">
        {FLAGS.map((flag) => (
          <CheckboxField
            key={flag}
            name={`${prefix}.${flag}`}
            label={t(`conduit.${flag}`)}
            defaultChecked={conduit?.[flag] ?? false}
          />
        ))}
      </div>
      <LevelVectorField
        name={target}
        legend={t("common:target")}
        hint={t("conduit.targetHint")}
        allowEmpty
        defaultValue={typedLevels(typed, target, conduit?.slTarget ?? null)}
        errors={levelErrors(errors, target)}
      />
      <TextArea
        {...field("slTargetRationale", conduit?.slTargetRationale ?? "")}
        label={t("zone.rationale")}
        hint={t("zone.rationaleHint")}
        optional
        rows={2}
      />
      {channels.map((channel, row) => (
        <ChannelFields key={channel.id} name={`${prefix}.channels.${row}`} state={state} channel={channel} />
      ))}
      <ChannelFields
        key={`new-${channels.length}`}
        name={`${prefix}.channels.${channels.length}`}
        state={state}
        channel={null}
      />
      <datalist id="known-protocols">
        {choices.protocols.map((protocol) => (
          <option key={protocol} value={protocol} />
        ))}
      </datalist>
    </>
  );
}

/** Names of the fields for the list of errors above a form. */
function useConduitLabels(prefix: "conduit" | "changes"): Readonly<Record<string, string>> {
  const { t } = useTranslation("model");
  const rows = Array.from({ length: 200 }, (_, row) => row);
  return {
    [`${prefix}.fromZoneId`]: t("conduit.from"),
    [`${prefix}.toZoneId`]: t("conduit.to"),
    [`${prefix}.name`]: t("common:name"),
    ...Object.fromEntries(
      rows.flatMap((row) => [
        [`${prefix}.channels.${row}.protocol`, t("channel.protocolOf", { row: row + 1 })],
        [`${prefix}.channels.${row}.ports`, t("channel.portsOf", { row: row + 1 })],
      ]),
    ),
  };
}
