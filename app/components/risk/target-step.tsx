import { Form } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { LevelVectorField } from "~/components/level-vector-field";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import {
  FOUNDATIONAL_REQUIREMENTS,
  SecurityLevelSchema,
  type SlVector,
  toNotation,
} from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { AcceptancePanel } from "./acceptance-panel";
import { DerivedVector } from "./derived-vector";
import { KeptNotice } from "./kept-notice";
import { ResidualVerdict } from "./residual-step";
import { OpenRatings } from "./result-step";
import { firstOf, type RiskFields } from "./risk-form";
import type { RiskOutcome } from "./risk-outcome";
import type { RiskPageParts } from "./risk-parts";
import { TargetPanel } from "./target-panel";
import { useKeptForm } from "./use-kept-fields";
import { useRationale } from "./use-rationale";
import { useRiskPath } from "./use-risk-path";

/** Sets what follows, or another vector with its reason, and records who stands by it (ZCR 5.6, 5.13, 7.1). */
export function TargetStep({ page, outcome }: { page: RiskPageParts; outcome: RiskOutcome | undefined }) {
  const { mayEdit, open } = page;
  return (
    <div className="grid grid-cols-1 gap-4">
      <OpenRatings page={page} />
      <ResidualVerdict page={page} />
      {open.length === 0 ? <DerivedVector page={page} /> : null}
      {mayEdit && open.length === 0 ? <ApplyForm page={page} outcome={outcome} /> : null}
      <TargetPanel page={page} />
      <AcceptancePanel page={page} outcome={outcome} />
    </div>
  );
}

function ApplyForm({ page, outcome }: { page: RiskPageParts; outcome: RiskOutcome | undefined }) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const generated = useRationale(page);
  const { derived, target } = page;
  const own = outcome?.form === "apply" ? outcome : undefined;
  const { kept, handlers } = useKeptForm(page, "apply", target.fingerprint);
  const typed = own?.typed ?? kept ?? undefined;
  const { "": formErrors, ...errors } = own?.refusal.code === "invalid-input" ? own.refusal.fields : {};
  return (
    <Panel
      level={3}
      title={t("target.set")}
      description={t("target.setText", { vector: toNotation(derived.vector) })}
    >
      <Form
        method="post"
        action={pathOf("target")}
        key={`${target.fingerprint} ${kept ? "kept" : "drawn"}`}
        {...handlers}
        className="grid grid-cols-1 gap-4"
        noValidate
        preventScrollReset
      >
        <input type="hidden" name="form" value="apply" />
        <input type="hidden" name="fingerprint" value={target.fingerprint} />
        <FormError
          errors={errors}
          formErrors={formErrors}
          labels={{ rationale: t("target.rationale"), slTarget: t("common:target") }}
        />
        {kept ? <KeptNotice /> : null}
        <LevelVectorField
          name="slTarget"
          legend={t("common:target")}
          hint={t("target.vectorHint")}
          defaultValue={typedVector(typed) ?? derived.vector}
        />
        <TextArea
          name="rationale"
          label={t("target.rationale")}
          hint={t("target.rationaleHint")}
          defaultValue={typed ? firstOf(typed, "rationale") : generated}
          errors={errors.rationale}
          maxLength={4000}
          rows={10}
        />
        <FormActions>
          <SubmitButton>{t("target.apply")}</SubmitButton>
        </FormActions>
      </Form>
      {target.slTarget && target.slTargetRationale ? (
        <Callout tone="info">{t("target.replaces")}</Callout>
      ) : null}
    </Panel>
  );
}

function typedVector(typed: RiskFields | undefined): Partial<SlVector> | undefined {
  if (!typed) return undefined;
  const levels = FOUNDATIONAL_REQUIREMENTS.map((fr) => {
    const level = SecurityLevelSchema.safeParse(Number(firstOf(typed, `slTarget.${fr}`)));
    return [fr, level.success ? level.data : 0] as const;
  });
  return Object.fromEntries(levels);
}
