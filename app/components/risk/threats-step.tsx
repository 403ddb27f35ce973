import { Badge } from "~/components/badge";
import { CheckboxGroup } from "~/components/checkbox-group";
import { Disclosure } from "~/components/disclosure";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { VerifyMark } from "~/components/verify-mark";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { type FieldState, PartForm } from "./part-form";
import { allOf, firstOf } from "./risk-form";
import type { RiskOutcome } from "./risk-outcome";
import type { OfferedChoice, RiskPageParts } from "./risk-parts";

/** What threatens the element: offered by its kind, and the hospital's own (IEC 62443-3-2 ZCR 5.1). */
export function ThreatsStep({ page, outcome }: { page: RiskPageParts; outcome: RiskOutcome | undefined }) {
  const { t } = useTranslation("risk");
  const { offered, bases } = page;
  const usual = offered.filter(({ isUsual }) => isUsual);
  const others = offered.filter(({ isUsual }) => !isUsual);
  return (
    <PartForm page={page} part="threats" outcome={outcome}>
      {(state) => (
        <>
          <p>
            {t("threats.intro")} <VerifyMark {...bases.threats} note={bases.threats.basis} />
          </p>
          {usual.length > 0 ? (
            <fieldset className="field">
              <legend className="field-label">
                {page.element.typeName
                  ? t("threats.usual", { name: page.element.typeName })
                  : t("threats.usualConduit")}
              </legend>
              <Offered threats={usual} state={state} />
            </fieldset>
          ) : null}
          <Disclosure
            boxed
            summary={t(usual.length > 0 ? "threats.others" : "threats.all", { count: others.length })}
            defaultOpen={
              usual.length === 0 || others.some(({ id }) => allOf(state.fields, "offered").includes(id))
            }
          >
            <Offered threats={others} state={state} />
          </Disclosure>
          <Panel level={3} title={t("threats.own")} description={t("threats.ownText")}>
            {allOf(state.fields, "own").map((id) => (
              <OwnThreat key={id} id={id} state={state} />
            ))}
            <ThreatFields place="new" state={state} label={t("threats.newName")} />
            <div className="actions">
              <SubmitButton variant="regular" icon="plus" name="intent" value="stay">
                {t("threats.add")}
              </SubmitButton>
            </div>
          </Panel>
        </>
      )}
    </PartForm>
  );
}

function Offered({ threats, state }: { threats: ReadonlyArray<OfferedChoice>; state: FieldState }) {
  const { t } = useTranslation("risk");
  const ticked = allOf(state.fields, "offered");
  return (
    <div className="rules">
      {threats.map(({ id, name, description, foundationalRequirements }) => (
        <div key={id} className="rule risk-threat">
          <div className="choice">
            <input
              type="checkbox"
              name="offered"
              value={id}
              id={`offered-${id}`}
              defaultChecked={ticked.includes(id)}
              aria-describedby={`offered-${id}-hint`}
            />
            <div>
              <label htmlFor={`offered-${id}`} className="rule-name">
                {name}
              </label>
              <p id={`offered-${id}-hint`} className="field-hint">
                {description}
              </p>
            </div>
          </div>
          <ul className="risk-reasons" aria-label={t("threats.against")}>
            {FOUNDATIONAL_REQUIREMENTS.filter((fr) => foundationalRequirements[fr]).map((fr) => (
              <li key={fr}>
                <Badge>{fr}</Badge> <span className="field-hint">{foundationalRequirements[fr]}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function OwnThreat({ id, state }: { id: string; state: FieldState }) {
  const { t } = useTranslation("risk");
  return (
    <div className="risk-own">
      <input type="hidden" name="own" value={id} />
      <ThreatFields place={`own.${id}`} state={state} label={t("threats.name")} />
      <SubmitButton variant="quiet" size="small" icon="trash" name="remove" value={id}>
        {t("threats.remove", { name: firstOf(state.fields, `own.${id}.name`) })}
      </SubmitButton>
    </div>
  );
}

type ThreatFieldsProps = { place: string; state: FieldState; label: string };

function ThreatFields({ place, state: { fields, errors }, label }: ThreatFieldsProps) {
  const { t } = useTranslation("risk");
  return (
    <div className="grid grid-cols-1 gap-2">
      <TextField
        name={`${place}.name`}
        label={label}
        maxLength={160}
        autoComplete="off"
        defaultValue={firstOf(fields, `${place}.name`)}
        errors={errors[`${place}.name`]}
      />
      <div className="risk-frs">
        <CheckboxGroup
          name={`${place}.fr`}
          legend={t("threats.fr")}
          defaultValues={allOf(fields, `${place}.fr`)}
          errors={errors[`${place}.fr`]}
          options={FOUNDATIONAL_REQUIREMENTS.map((fr) => ({
            value: fr,
            label: t("frLabel", { fr, name: t(`components:fr.${fr}.name`) }),
          }))}
        />
      </div>
    </div>
  );
}
