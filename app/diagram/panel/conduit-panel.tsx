import { SelectField } from "~/components/select-field";
import { nameOfConduit } from "~/domain/zone-model/change-sentences";
import type { ConduitChanges } from "~/domain/zone-model/commands";
import { type Conduit, ConduitSchema } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { ChannelList } from "./channel-list";
import { CommittedField } from "./committed-field";
import { ConduitTarget } from "./conduit-target";
import type { PanelProps } from "./element-panel";
import { FlagFields } from "./flag-fields";
import { PanelHeader } from "./panel-header";
import { zoneOptions } from "./zone-options";

const FLAGS = ["wireless", "remoteAccess", "temporary"] as const;

export function ConduitPanel({ conduit, ...panel }: PanelProps & { conduit: Conduit }) {
  const { t } = useTranslation("diagram");
  const { editor, choices, actions } = panel;
  const { index, mayEdit } = editor;
  const readOnly = !mayEdit;
  const update = (changes: ConduitChanges) =>
    actions.commit([{ type: "update-conduit", conduitId: conduit.id, changes }]);
  const title = nameOfConduit(conduit, (id) => index.zoneById.get(id ?? "")?.name ?? "");

  return (
    <>
      <PanelHeader
        icon="conduit"
        kind={t("common:conduit")}
        title={title}
        onClose={() => actions.select(null)}
        onDelete={mayEdit ? () => actions.remove({ kind: "conduit", id: conduit.id }) : undefined}
      />
      <section className="panel-section">
        <h3 className="subsection-title">{t("panel.channels")}</h3>
        <ChannelList
          conduit={conduit}
          protocols={choices.protocols}
          fromName={index.zoneById.get(conduit.fromZoneId)?.name ?? ""}
          toName={index.zoneById.get(conduit.toZoneId)?.name ?? ""}
          readOnly={readOnly}
          onChange={(channels) => update({ channels })}
        />
      </section>
      <FlagFields
        id="conduit-marks"
        legend={t("panel.marks")}
        readOnly={readOnly}
        flags={FLAGS.map((name) => ({ name, label: t(`model:conduit.${name}`), isOn: conduit[name] }))}
        onChange={(name, isOn) => update({ [name]: isOn })}
      />
      <ConduitTarget conduit={conduit} {...panel} />
      <section className="panel-section">
        <CommittedField
          name="conduit-name"
          label={t("common:name")}
          value={conduit.name}
          schema={ConduitSchema.shape.name}
          readOnly={readOnly}
          onCommit={(name) => update({ name })}
        />
        <SelectField
          name="conduit-from"
          label={t("model:conduit.from")}
          value={conduit.fromZoneId}
          disabled={readOnly}
          options={zoneOptions(index, (id) => id !== conduit.toZoneId)}
          onChange={({ target }) => update({ fromZoneId: target.value })}
        />
        <SelectField
          name="conduit-to"
          label={t("model:conduit.to")}
          value={conduit.toZoneId}
          disabled={readOnly}
          options={zoneOptions(index, (id) => id !== conduit.fromZoneId)}
          onChange={({ target }) => update({ toZoneId: target.value })}
        />
      </section>
    </>
  );
}
