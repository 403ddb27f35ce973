import { Button } from "~/components/button";
import { LevelStrip } from "~/components/level-strip";
import { flatVector } from "~/domain/security-level/security-level";
import type { ConduitChanges } from "~/domain/zone-model/commands";
import { derivedConduitTarget } from "~/domain/zone-model/queries";
import type { Conduit } from "~/domain/zone-model/zone-model";
import { ZoneSchema } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { CommittedField } from "./committed-field";
import type { PanelProps } from "./element-panel";
import { TargetDifference, TargetOriginLine } from "./target-origin";
import { VectorField } from "./vector-field";

/** What a conduit must reach: the higher of both ends, or a target of its own with its reason. */
export function ConduitTarget({
  conduit,
  modelId,
  editor,
  choices,
  actions,
}: PanelProps & { conduit: Conduit }) {
  const { t } = useTranslation("diagram");
  const { index, mayEdit } = editor;
  const update = (changes: ConduitChanges) =>
    actions.commit([{ type: "update-conduit", conduitId: conduit.id, changes }]);
  const derived = derivedConduitTarget(index, conduit);
  return (
    <section className="panel-section">
      <div className="panel-row">
        <h3 className="subsection-title">{t("panel.target")}</h3>
        <LevelStrip target={conduit.slTarget ?? derived} labels />
      </div>
      <TargetOriginLine
        modelId={modelId}
        element={{ kind: "conduit", id: conduit.id }}
        record={conduit}
        suggested={null}
        targets={choices.targets}
      />
      {conduit.slTarget === null ? (
        <p className="field-hint">{t(derived ? "panel.derived" : "panel.derivedNone")}</p>
      ) : null}
      {conduit.slTarget && mayEdit ? (
        <VectorField
          name="conduit-target"
          legend={t("common:target")}
          value={conduit.slTarget}
          onCommit={(slTarget) => update({ slTarget })}
        />
      ) : null}
      {conduit.slTarget && derived ? <TargetDifference today={conduit.slTarget} suggested={derived} /> : null}
      {mayEdit ? (
        <Button
          size="small"
          onClick={() => update({ slTarget: conduit.slTarget ? null : (derived ?? flatVector(1)) })}
        >
          {t(conduit.slTarget ? "panel.useDerived" : "panel.ownTarget")}
        </Button>
      ) : null}
      {conduit.slTarget || conduit.slTargetRationale !== "" ? (
        <CommittedField
          name="conduit-rationale"
          label={t("model:zone.rationale")}
          hint={t("model:zone.rationaleHint")}
          value={conduit.slTargetRationale}
          schema={ZoneSchema.shape.slTargetRationale}
          rows={2}
          readOnly={!mayEdit}
          onCommit={(slTargetRationale) => update({ slTargetRationale })}
        />
      ) : null}
    </section>
  );
}
