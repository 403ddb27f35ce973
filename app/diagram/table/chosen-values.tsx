import type { ReactNode } from "react";
import { Disclosure } from "~/components/disclosure";
import type { Choices } from "~/components/model/choices";
import { SelectField } from "~/components/select-field";
import { TextField } from "~/components/text-field";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { SECURITY_LEVELS } from "~/domain/security-level/security-level";
import { CRITICALITY_LEVELS, TRUST_CLASSES } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { OWN_KIND, SUGGESTED } from "./from-chosen";

type ChosenValuesProps = {
  choices: Pick<Choices, "zoneTypes">;
  act(action: string, label: string): ReactNode;
};

const CRITERIA = ["patientSafety", "continuityOfCare", "confidentiality"] as const;
const CONDUIT_FLAGS = ["wireless", "remoteAccess", "temporary"] as const;
const ASSET_FLAGS = ["safetyRelated", "wireless", "portable", "externallyConnected"] as const;

/** Values for everything ticked of a kind; a field that says nothing leaves what is there. */
export function ChosenValues({ choices, act }: ChosenValuesProps) {
  const { t } = useTranslation("table");
  const select = (name: string, label: string, options: ReadonlyArray<{ value: string; label: string }>) => (
    <SelectField
      key={name}
      id={`chosen-${name}`}
      name={`set.${name}`}
      label={label}
      placeholder={t("chosen.leave")}
      options={options}
    />
  );
  const answers = (["yes", "no"] as const).map((value) => ({ value, label: t(`common:${value}`) }));
  return (
    <>
      <Disclosure summary={t("chosen.zones")}>
        <div className="chosen-fields">
          {select("referenceType", t("model:zone.referenceType"), [
            { value: OWN_KIND, label: t("model:zone.noReferenceType") },
            ...choices.zoneTypes.map(({ id, name }) => ({ value: id, label: name })),
          ])}
          {select(
            "trustClass",
            t("model:zone.trustClass"),
            TRUST_CLASSES.map((value) => ({ value, label: t(`components:trustClass.${value}`) })),
          )}
          {CRITERIA.map((criterion) =>
            select(
              criterion,
              t(`components:criticality.${criterion}`),
              CRITICALITY_LEVELS.map((value) => ({ value, label: t(`components:criticality.${value}`) })),
            ),
          )}
          {select("level", t("common:target"), [
            { value: SUGGESTED, label: t("chosen.suggested") },
            ...SECURITY_LEVELS.map((level) => ({
              value: String(level),
              label: t("levels.flat", { level }),
            })),
          ])}
          <TextField
            id="chosen-rationale"
            name="set.rationale"
            label={t("model:zone.rationale")}
            optional
            maxLength={2000}
          />
        </div>
        <div className="chosen-row">{act("set-zones", t("chosen.setZones"))}</div>
      </Disclosure>
      <Disclosure summary={t("chosen.conduits")}>
        <div className="chosen-fields">
          {CONDUIT_FLAGS.map((flag) => select(`conduit.${flag}`, t(`model:conduit.${flag}`), answers))}
        </div>
        <div className="chosen-row">{act("set-conduits", t("chosen.setConduits"))}</div>
      </Disclosure>
      <Disclosure summary={t("chosen.assets")}>
        <div className="chosen-fields">
          {select(
            "asset.componentType",
            t("model:asset.componentTypes"),
            COMPONENT_TYPES.map((value) => ({ value, label: t(`components:componentType.${value}`) })),
          )}
          {ASSET_FLAGS.map((flag) => select(`asset.${flag}`, t(`model:asset.${flag}`), answers))}
        </div>
        <div className="chosen-row">{act("set-assets", t("chosen.setAssets"))}</div>
      </Disclosure>
    </>
  );
}
