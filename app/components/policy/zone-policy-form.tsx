import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { Disclosure } from "~/components/disclosure";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { RefusalNote } from "~/components/model/command-form";
import type { TableRefusal } from "~/components/model/refusal";
import { Section } from "~/components/section";
import { SubmitButton } from "~/components/submit-button";
import { layerChanges } from "~/domain/policy/layer-changes";
import type { Policy, PolicyLayer } from "~/domain/policy/policy";
import type { PolicyKey } from "~/domain/policy/policy-rules";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { PolicyFields, useRuleLabels } from "./policy-fields";
import { fieldsOfLayer, layerOfFields, type RuleFields } from "./policy-form";
import { useRuleText } from "./use-rule-text";

/** Value of the hidden field `form`: other forms of the page have other names. */
export const ZONE_POLICY_FORM = "zone-policy";

export type ZonePolicyOutcome = {
  form: typeof ZONE_POLICY_FORM;
  typed: RuleFields;
  refusal: TableRefusal;
};
type OwnPolicy = {
  version: number;
  state: "drawing" | "submitted";
  mayEdit: boolean;
  layer: PolicyLayer;
  inherited: Policy;
  pending: ReadonlyArray<PolicyKey>;
};
type ZonePolicyFormProps = { modelId: string; own: OwnPolicy | null; outcome: ZonePolicyOutcome | undefined };

/** What the zone sets itself, in the draft: it holds once a revision with it is published. */
export function ZonePolicyForm({ modelId, own, outcome }: ZonePolicyFormProps) {
  const { t } = useTranslation("policy");
  const count = Object.keys(own?.layer ?? {}).length;
  return (
    // On paper only what is about to change is of interest.
    <div className={own && own.pending.length > 0 ? undefined : "print:hidden"}>
      <Section id="own-policy" title={t("zone.own")} description={t("zone.ownText")}>
        {own === null ? <Callout tone="info">{t("zone.ownGone")}</Callout> : null}
        {own?.state === "submitted" ? <Callout tone="info">{t("zone.ownSubmitted")}</Callout> : null}
        {own && own.pending.length > 0 ? <Pending modelId={modelId} pending={own.pending} /> : null}
        {own?.mayEdit ? (
          <div className="print:hidden">
            <Disclosure boxed defaultOpen={outcome !== undefined} summary={t("zone.ownEdit", { count })}>
              <OwnValues own={own} outcome={outcome} />
            </Disclosure>
          </div>
        ) : null}
      </Section>
    </div>
  );
}

function Pending({ modelId, pending }: { modelId: string; pending: ReadonlyArray<PolicyKey> }) {
  const { t } = useTranslation("policy");
  return (
    <Callout
      tone="warning"
      title={t("zone.ownPending", { count: pending.length })}
      action={<ButtonLink to={paths.revisions(modelId)}>{t("zone.toRevisions")}</ButtonLink>}
    >
      <p>{t("zone.ownPendingText")}</p>
      <ul className="list-disc pl-5">
        {pending.map((key) => (
          <li key={key}>{t(`rule.${key}.name`)}</li>
        ))}
      </ul>
    </Callout>
  );
}

function OwnValues({ own, outcome }: { own: OwnPolicy; outcome: ZonePolicyOutcome | undefined }) {
  const { t } = useTranslation("policy");
  const labels = useRuleLabels();
  const ruleText = useRuleText();
  const refusal = outcome?.refusal;
  const { "": formErrors, ...errors } = refusal?.code === "invalid-input" ? refusal.fields : {};
  return (
    <Form
      method="post"
      action="#own-policy"
      // What the fields begin with changes with the draft: uncontrolled fields must begin anew.
      key={outcome ? "typed" : own.version}
      className="grid gap-5"
      noValidate
      preventScrollReset
    >
      <input type="hidden" name="form" value={ZONE_POLICY_FORM} />
      {/* The page has shown what others saved: whoever saves again saves on top of it. */}
      <input type="hidden" name="version" value={own.version} />
      <FormError errors={errors} formErrors={formErrors} labels={labels} />
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      <PolicyFields
        level="zone"
        fields={outcome?.typed ?? fieldsOfLayer(own.layer, own.inherited)}
        errors={errors}
        meanwhile={refusal?.code === "stale-version" ? meanwhileOf(own.layer, outcome?.typed) : []}
        inheritedOf={(key) => (
          <p>
            {t("form.inherited")} {ruleText(key, own.inherited[key])}
          </p>
        )}
      />
      <FormActions>
        <SubmitButton>{t("form.saveZone")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** Where the draft as it is now says otherwise than what was typed on an older one. */
function meanwhileOf(draft: PolicyLayer, typed: RuleFields | undefined) {
  // What was typed and makes no sense differs from everything, which is what should be shown.
  const mine = typed ? (layerOfFields(typed) as PolicyLayer) : draft;
  return layerChanges(mine, draft).map(({ key, after }) => ({ key, theirs: after, isConflict: false }));
}
