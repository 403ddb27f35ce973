import { Form } from "@remix-run/react";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { PolicyLayer } from "~/domain/policy/policy";
import type { PolicyKey } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import { PolicyFields, useRuleLabels } from "./policy-fields";
import { fieldsOfLayer } from "./policy-form";
import type { PolicyOutcome } from "./policy-outcome";
import { PolicyRefusal } from "./policy-refusal";
import { type DefaultsOfRule, RuleDefaults } from "./rule-defaults";

type Exceptions = Readonly<Record<PolicyKey, { count: number; names: ReadonlyArray<string> }>>;
export type PolicyPageParts = {
  version: number;
  layer: PolicyLayer;
  baseline: PolicyLayer;
  defaults: Readonly<Record<PolicyKey, DefaultsOfRule>>;
  zones: { count: number; withOwn: number; exceptions: Exceptions };
};

/** The whole policy as one form. It names the version it was made on; a refusal keeps what had been typed. */
export function PolicyForm(props: PolicyPageParts & { outcome: PolicyOutcome | undefined }) {
  const { version, layer, baseline, defaults, zones, outcome } = props;
  const { t } = useTranslation("policy");
  const labels = useRuleLabels();
  const refusal = outcome?.refusal;
  const stale = refusal?.code === "stale-policy" ? refusal : undefined;
  const { "": formErrors, ...errors } = refusal?.code === "invalid-input" ? refusal.fields : {};
  const typed = outcome && !stale ? outcome.typed.fields : undefined;
  const fields = typed ?? fieldsOfLayer(stale?.merged ?? layer, baseline);
  const meanwhile = stale?.conflicts.map((conflict) => ({ ...conflict, isConflict: true }));
  return (
    <Form
      method="post"
      // What the fields begin with changes with the version: uncontrolled fields must begin anew.
      key={`${version} ${stale ? "merged" : ""}`}
      className="grid gap-6"
      noValidate
      preventScrollReset
    >
      {/* Whoever has seen the version in between saves on top of it. */}
      <input type="hidden" name="version" value={stale?.current.version ?? version} />
      <FormError errors={errors} formErrors={formErrors} labels={labels} />
      {refusal ? <PolicyRefusal refusal={refusal} /> : null}
      <PolicyFields
        level="organisation"
        fields={fields}
        errors={errors}
        meanwhile={meanwhile}
        inheritedOf={(key) => (
          <RuleDefaults ruleKey={key} defaults={defaults[key]} exceptions={zones.exceptions[key]} />
        )}
      />
      <Panel title={t("zones.title")}>
        <p>
          {t("zones.inherit", { count: zones.count })}{" "}
          {zones.withOwn > 0 ? t("zones.own", { count: zones.withOwn }) : t("zones.ownNone")}{" "}
          <span className="text-muted">{t("zones.basis")}</span>
        </p>
        <TextArea
          name="reason"
          label={t("form.reason")}
          hint={t("form.reasonHint")}
          defaultValue={outcome?.typed.reason}
          errors={errors.reason}
          maxLength={1000}
          rows={2}
        />
        <FormActions>
          <SubmitButton>{t("form.save")}</SubmitButton>
        </FormActions>
      </Panel>
    </Form>
  );
}
