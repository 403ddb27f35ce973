import { Callout } from "~/components/callout";
import { FieldErrors } from "~/components/field-errors";
import { FieldSet } from "~/components/field-set";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { CONSEQUENCE_CATEGORIES, type ConsequenceCategory, RATINGS } from "~/domain/risk/risk-assessment";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import { useTranslation } from "~/i18n/use-translation";
import { type FieldState, PartForm } from "./part-form";
import { PartitionPanel } from "./partition-panel";
import { firstOf } from "./risk-form";
import type { RiskOutcome } from "./risk-outcome";
import type { RiskPageParts } from "./risk-parts";

/** What can come to harm, in the words of the hospital's matrix (IEC 62443-3-2 ZCR 5.2, 5.3). */
export function ConsequenceStep({
  page,
  outcome,
}: {
  page: RiskPageParts;
  outcome: RiskOutcome | undefined;
}) {
  const { t } = useTranslation("risk");
  const { element, matrix } = page;
  return (
    <PartForm page={page} part="consequence" outcome={outcome}>
      {(state) => (
        <>
          <p>{t("consequence.intro")}</p>
          <PartitionPanel page={page} />
          {element.worstConsequence ? (
            <Callout tone="info" title={t("consequence.usual", { name: element.typeName ?? "" })}>
              {element.worstConsequence}
            </Callout>
          ) : null}
          <div className="risk-categories">
            {CONSEQUENCE_CATEGORIES.map((category) => (
              <Category key={category} category={category} matrix={matrix} state={state} />
            ))}
          </div>
          <TextArea
            name="consequenceReason"
            label={t("consequence.reason")}
            hint={t("consequence.reasonHint")}
            defaultValue={firstOf(state.fields, "consequenceReason")}
            errors={state.errors.consequenceReason}
            maxLength={1000}
            rows={2}
          />
          <TextArea
            name="vulnerabilities"
            label={t("consequence.vulnerabilities")}
            hint={t("consequence.vulnerabilitiesHint")}
            defaultValue={firstOf(state.fields, "vulnerabilities")}
            errors={state.errors.vulnerabilities}
            maxLength={2000}
            rows={3}
          />
          <div className="risk-number">
            <TextField
              name="tolerableRisk"
              type="number"
              inputMode="numeric"
              min={1}
              max={25}
              optional
              label={t("consequence.tolerable")}
              hint={t("consequence.tolerableHint", { risk: matrix.tolerableRisk })}
              defaultValue={firstOf(state.fields, "tolerableRisk")}
              errors={state.errors.tolerableRisk}
            />
          </div>
        </>
      )}
    </PartForm>
  );
}

type CategoryProps = { category: ConsequenceCategory; matrix: RiskMatrix; state: FieldState };

function Category({ category, matrix, state: { fields, errors } }: CategoryProps) {
  const { t } = useTranslation("risk");
  const name = `consequence.${category}`;
  return (
    <FieldSet id={name} legend={t(`category.${category}`)} hint={t(`categoryHint.${category}`)}>
      <div className="cards">
        {RATINGS.map((rating) => {
          const words = matrix.consequence[rating - 1];
          return (
            <label key={rating} className="card">
              <input
                type="radio"
                name={name}
                value={rating}
                defaultChecked={firstOf(fields, name) === String(rating)}
                aria-describedby={`${name}-${rating}`}
              />
              <span className="card-text">
                <span className="card-label">{t("rating", { rating, name: words?.name ?? "" })}</span>
                <span id={`${name}-${rating}`} className="field-hint">
                  {words?.[category]}
                </span>
              </span>
            </label>
          );
        })}
      </div>
      <FieldErrors id={`${name}-errors`} errors={errors[name]} />
    </FieldSet>
  );
}
