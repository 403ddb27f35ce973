import { Disclosure } from "~/components/disclosure";
import { Link } from "~/components/link";
import { SelectField } from "~/components/select-field";
import type { ZoneChanges } from "~/domain/zone-model/commands";
import { descendantsOf } from "~/domain/zone-model/queries";
import { CRITICALITY_LEVELS, TRUST_CLASSES, type Zone, ZoneSchema } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { CommittedField } from "./committed-field";
import type { PanelProps } from "./element-panel";
import { PanelHeader } from "./panel-header";
import { ZoneMembers } from "./zone-members";
import { zoneOptions } from "./zone-options";
import { ZoneTarget } from "./zone-target";

const CRITERIA = ["patientSafety", "continuityOfCare", "confidentiality"] as const;

export function ZonePanel({ zone, ...panel }: PanelProps & { zone: Zone }) {
  const { t } = useTranslation("diagram");
  const { modelId, editor, choices, actions } = panel;
  const { index, mayEdit } = editor;
  const readOnly = !mayEdit;
  const update = (changes: ZoneChanges) =>
    actions.commit([{ type: "update-zone", zoneId: zone.id, changes }]);
  const within = new Set([zone.id, ...descendantsOf(index, zone.id).map(({ id }) => id)]);

  return (
    <>
      <PanelHeader
        icon="zone"
        kind={t("common:zone")}
        title={zone.name}
        onClose={() => actions.select(null)}
        onDelete={mayEdit ? () => actions.remove({ kind: "zone", id: zone.id }) : undefined}
      />
      <CommittedField
        name="zone-name"
        label={t("common:name")}
        value={zone.name}
        schema={ZoneSchema.shape.name}
        readOnly={readOnly}
        onCommit={(name) => update({ name })}
      />
      <SelectField
        name="zone-type"
        label={t("model:zone.referenceType")}
        value={zone.referenceType ?? ""}
        disabled={readOnly}
        placeholder={t("model:zone.noReferenceType")}
        options={choices.zoneTypes.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={({ target }) => update({ referenceType: target.value || null })}
      />
      <div className="field-pair">
        <SelectField
          name="zone-trust"
          label={t("model:zone.trustClass")}
          value={zone.trustClass}
          disabled={readOnly}
          options={TRUST_CLASSES.map((value) => ({ value, label: t(`components:trustClass.${value}`) }))}
          onChange={({ target }) => {
            const trustClass = TRUST_CLASSES.find((value) => value === target.value);
            if (trustClass) update({ trustClass });
          }}
        />
        <SelectField
          name="zone-parent"
          label={t("model:zone.parent")}
          value={zone.parentId ?? ""}
          disabled={readOnly}
          placeholder={t("model:zone.noParent")}
          options={zoneOptions(index, (id) => !within.has(id))}
          onChange={({ target }) =>
            actions.commit([
              { type: "nest-zone", zoneId: zone.id, parentId: target.value || null, place: null },
            ])
          }
        />
      </div>
      <ZoneTarget zone={zone} {...panel} />
      <ZoneMembers zone={zone} {...panel} />
      <section className="panel-section">
        <Disclosure summary={t("panel.identity")}>
          <div className="panel-fields">
            <CommittedField
              name="zone-purpose"
              label={t("model:zone.purpose")}
              value={zone.purpose}
              schema={ZoneSchema.shape.purpose}
              rows={3}
              readOnly={readOnly}
              onCommit={(purpose) => update({ purpose })}
            />
            <CommittedField
              name="zone-owner"
              label={t("common:owner")}
              value={zone.owner}
              schema={ZoneSchema.shape.owner}
              readOnly={readOnly}
              onCommit={(owner) => update({ owner })}
            />
            {CRITERIA.map((criterion) => (
              <SelectField
                key={criterion}
                name={`zone-${criterion}`}
                label={t(`components:criticality.${criterion}`)}
                value={zone.criticality[criterion]}
                disabled={readOnly}
                options={CRITICALITY_LEVELS.map((value) => ({
                  value,
                  label: t(`components:criticality.${value}`),
                }))}
                onChange={({ target }) => {
                  const level = CRITICALITY_LEVELS.find((value) => value === target.value);
                  if (level) update({ criticality: { ...zone.criticality, [criterion]: level } });
                }}
              />
            ))}
          </div>
        </Disclosure>
      </section>
      <p>
        <Link to={paths.zoneProfile(modelId, zone.id)}>{t("model:zone.profile")}</Link>
      </p>
    </>
  );
}
