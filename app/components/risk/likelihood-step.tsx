import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { FieldErrors } from "~/components/field-errors";
import { SelectField } from "~/components/select-field";
import { TextArea } from "~/components/text-area";
import { RATINGS, type ThreatRating } from "~/domain/risk/risk-assessment";
import { useTranslation } from "~/i18n/use-translation";
import { MatrixLegend } from "./matrix-legend";
import { type FieldState, PartForm } from "./part-form";
import { firstOf } from "./risk-form";
import { RiskMatrixTable } from "./risk-matrix-table";
import type { RiskOutcome } from "./risk-outcome";
import type { RiskPageParts } from "./risk-parts";
import { useRiskPath } from "./use-risk-path";

/** How likely each threat is where nothing stands in its way (IEC 62443-3-2 ZCR 5.4). */
export function LikelihoodStep({ page, outcome }: { page: RiskPageParts; outcome: RiskOutcome | undefined }) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const { assessment, matrix, derived } = page;
  if (assessment.threats.length === 0)
    return (
      <EmptyState
        title={t("open.no-threats")}
        action={<ButtonLink to={pathOf("threats")}>{t("steps.threats")}</ButtonLink>}
      >
        {t("likelihood.noThreats")}
      </EmptyState>
    );
  return (
    <PartForm page={page} part="likelihood" outcome={outcome}>
      {(state) => (
        <>
          <p>{t("likelihood.intro")}</p>
          <MatrixLegend matrix={matrix} />
          <div className="risk-beside">
            <ol className="risk-rated">
              {assessment.threats.map((threat, place) => (
                <RatedThreat key={threat.id} threat={threat} number={place + 1} page={page} state={state} />
              ))}
            </ol>
            <div className="risk-aside">
              <RiskMatrixTable matrix={matrix} assessment={assessment} derived={derived} />
            </div>
          </div>
        </>
      )}
    </PartForm>
  );
}

type RatedThreatProps = { threat: ThreatRating; number: number; page: RiskPageParts; state: FieldState };

function RatedThreat({ threat, number, page, state: { fields, errors } }: RatedThreatProps) {
  const { t } = useTranslation("risk");
  const { matrix, derived } = page;
  const name = `rating.${threat.id}`;
  const worst = derived.worstConsequence?.rating;
  const milder = RATINGS.filter((rating) => worst === undefined || rating < worst);
  return (
    <li className="panel">
      <input type="hidden" name="rated" value={threat.id} />
      <fieldset id={`${name}.likelihood`} className="field" tabIndex={-1}>
        <legend className="rule-name">
          <span className="risk-dot" aria-hidden>
            {number}
          </span>{" "}
          {threat.name}
        </legend>
        <p className="field-hint">{threat.foundationalRequirements.join(", ")}</p>
        <div className="risk-scale">
          {RATINGS.map((rating) => (
            <label key={rating} className="card">
              <input
                type="radio"
                name={`${name}.likelihood`}
                value={rating}
                defaultChecked={firstOf(fields, `${name}.likelihood`) === String(rating)}
              />
              <span className="card-text">
                <span className="card-label">{rating}</span>
                <span className="field-hint">{matrix.likelihood[rating - 1]?.name}</span>
              </span>
            </label>
          ))}
        </div>
        <FieldErrors id={`${name}-error`} errors={errors[`${name}.likelihood`]} />
      </fieldset>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <SelectField
          name={`${name}.consequence`}
          label={t("likelihood.consequence")}
          placeholder={t("likelihood.asWorst", {
            rating: worst ?? "–",
            name: (worst && matrix.consequence[worst - 1]?.name) ?? "",
          })}
          defaultValue={firstOf(fields, `${name}.consequence`)}
          errors={errors[`${name}.consequence`]}
          options={[...milder, ...kept(threat, milder)].map((rating) => ({
            value: String(rating),
            label: t("rating", { rating, name: matrix.consequence[rating - 1]?.name ?? "" }),
          }))}
        />
        <TextArea
          name={`${name}.reason`}
          label={t("likelihood.reason")}
          optional
          maxLength={500}
          rows={2}
          defaultValue={firstOf(fields, `${name}.reason`)}
          errors={errors[`${name}.reason`]}
        />
      </div>
    </li>
  );
}

/** A rating that was chosen when the worst was higher stays in the list, so that nothing is changed unseen. */
function kept({ consequence }: ThreatRating, milder: ReadonlyArray<number>) {
  return consequence === null || milder.includes(consequence) ? [] : [consequence];
}
