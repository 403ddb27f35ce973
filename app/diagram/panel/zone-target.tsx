import { Button } from "~/components/button";
import { LevelStrip } from "~/components/level-strip";
import { VerifyMark } from "~/components/verify-mark";
import {
  FOUNDATIONAL_REQUIREMENTS,
  flatVector,
  type SlVector,
  toNotation,
} from "~/domain/security-level/security-level";
import { ancestorsOf, needsSlTarget } from "~/domain/zone-model/queries";
import { type Zone, ZoneSchema } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { CommittedField } from "./committed-field";
import type { PanelProps } from "./element-panel";
import { TargetDifference, TargetOriginLine } from "./target-origin";
import { VectorField } from "./vector-field";

/** The SL-T vector of a zone, where it comes from, and the reason where it is lower than that of the zone around. */
export function ZoneTarget({ modelId, zone, editor, choices, actions }: PanelProps & { zone: Zone }) {
  const { t } = useTranslation("diagram");
  const { index, mayEdit } = editor;
  const type = choices.zoneTypes.find(({ id }) => id === zone.referenceType);
  const suggested = type?.suggestedSlTarget ?? null;
  const set = (slTarget: SlVector | null, rationale = zone.slTargetRationale) =>
    actions.commit([{ type: "set-sl-target", zoneId: zone.id, slTarget, rationale }]);
  const around = ancestorsOf(index, zone.id).find(({ slTarget }) => slTarget !== null)?.slTarget ?? null;
  const isWeaker =
    zone.slTarget !== null &&
    around !== null &&
    FOUNDATIONAL_REQUIREMENTS.some((fr) => (zone.slTarget?.[fr] ?? 0) < around[fr]);
  const isOther = suggested && (!zone.slTarget || toNotation(suggested) !== toNotation(zone.slTarget));

  return (
    <section className="panel-section">
      <div className="panel-row">
        <h3 className="subsection-title">{t("panel.target")}</h3>
        <LevelStrip target={zone.slTarget} labels />
      </div>
      <TargetOriginLine
        modelId={modelId}
        element={{ kind: "zone", id: zone.id }}
        record={zone}
        suggested={suggested}
        targets={choices.targets}
      />
      {zone.slTarget && mayEdit ? (
        <VectorField
          name="zone-target"
          legend={t("common:target")}
          value={zone.slTarget}
          onCommit={(next) => set(next)}
        />
      ) : null}
      {!zone.slTarget && !needsSlTarget(zone) ? (
        <p className="field-hint">{t("panel.noTargetNeeded")}</p>
      ) : null}
      {type && suggested && isOther ? (
        <div className="suggestion">
          <p>
            {t("panel.suggestion", { name: type.name })} <VerifyMark confidence={type.slTargetConfidence} />
          </p>
          <LevelStrip
            target={suggested}
            labels
            size="small"
            title={t("panel.suggestion", { name: type.name })}
          />
          <TargetDifference today={zone.slTarget} suggested={suggested} />
          <p className="field-hint">{t("panel.suggestionNote")}</p>
          {mayEdit ? (
            <Button size="small" onClick={() => set(suggested, zone.slTargetRationale || type.slTargetBasis)}>
              {t("panel.useSuggestion")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {mayEdit ? (
        <div className="actions">
          {zone.slTarget ? (
            <Button size="small" variant="quiet" onClick={() => set(null)}>
              {t("panel.clearTarget")}
            </Button>
          ) : (
            <Button size="small" onClick={() => set(around ?? flatVector(1))}>
              {t("panel.setTarget")}
            </Button>
          )}
        </div>
      ) : null}
      {zone.slTarget || zone.slTargetRationale !== "" ? (
        <CommittedField
          name="zone-rationale"
          label={t("model:zone.rationale")}
          hint={t("model:zone.rationaleHint")}
          value={zone.slTargetRationale}
          schema={ZoneSchema.shape.slTargetRationale}
          rows={2}
          readOnly={!mayEdit}
          onCommit={(rationale) => set(zone.slTarget, rationale)}
        />
      ) : null}
      {isWeaker || zone.weakerThanParentReason !== "" ? (
        <CommittedField
          name="zone-weaker"
          label={t("model:zone.weakerReason")}
          hint={t("model:zone.weakerReasonHint")}
          value={zone.weakerThanParentReason}
          schema={ZoneSchema.shape.weakerThanParentReason}
          rows={2}
          readOnly={!mayEdit}
          onCommit={(weakerThanParentReason) =>
            actions.commit([{ type: "update-zone", zoneId: zone.id, changes: { weakerThanParentReason } }])
          }
        />
      ) : null}
    </section>
  );
}
