import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { Panel } from "~/components/panel";
import { SelectField } from "~/components/select-field";
import { TextArea } from "~/components/text-area";
import type { ResidualThreat } from "~/domain/risk/residual-risk";
import { RATINGS } from "~/domain/risk/risk-assessment";
import { riskOf } from "~/domain/risk/risk-matrix";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { type FieldState, PartForm } from "./part-form";
import { firstOf } from "./risk-form";
import type { RiskOutcome } from "./risk-outcome";
import type { RiskPageParts } from "./risk-parts";

/** What exists against the threats, and what is left with it (IEC 62443-3-2 ZCR 5.8 to 5.12). */
export function ResidualStep({ page, outcome }: { page: RiskPageParts; outcome: RiskOutcome | undefined }) {
  const { t } = useTranslation("risk");
  const { residual } = page;
  return (
    <PartForm page={page} part="residual" outcome={outcome}>
      {(state) => (
        <>
          <p>{t("residual.intro")}</p>
          <LedgerPanel page={page} />
          <ResidualVerdict page={page} />
          {residual.threats.length === 0 ? <p className="text-muted">{t("residual.nothing")}</p> : null}
          <div className="rules">
            {residual.threats.map((one) => (
              <ResidualRow key={one.threat.id} one={one} page={page} state={state} />
            ))}
          </div>
        </>
      )}
    </PartForm>
  );
}

type ResidualRowProps = { one: ResidualThreat; page: RiskPageParts; state: FieldState };

function ResidualRow({ one, page, state: { fields, errors } }: ResidualRowProps) {
  const { t } = useTranslation("risk");
  const { threat, likelihood, consequence, risk, residualRisk, residualConsequence, isTolerable } = one;
  const { matrix } = page;
  const place = `rating.${threat.id}`;
  const standing = isTolerable === null ? "open" : isTolerable ? "tolerable" : "above";
  return (
    <fieldset className="rule risk-again">
      <legend className="sr-only">{threat.name}</legend>
      <div className="rule-text">
        <span className="rule-name" aria-hidden>
          {threat.name}
        </span>
        <span className="field-hint">
          {t("residual.without", { consequence, likelihood, risk })}{" "}
          <strong>{t(`residual.standing.${standing}`, { risk: residualRisk ?? risk })}</strong>
        </span>
      </div>
      <input type="hidden" name="rated" value={threat.id} />
      <div className="risk-residual">
        <SelectField
          name={`${place}.residual`}
          label={t("residual.likelihood")}
          placeholder={t("residual.notRated")}
          defaultValue={firstOf(fields, `${place}.residual`)}
          errors={errors[`${place}.residual`]}
          options={RATINGS.filter((rating) => rating <= likelihood).map((rating) => ({
            value: String(rating),
            label: t("residual.option", {
              rating,
              name: matrix.likelihood[rating - 1]?.name ?? "",
              risk: riskOf(matrix, residualConsequence ?? consequence, rating),
            }),
          }))}
        />
        <SelectField
          name={`${place}.residualConsequence`}
          label={t("residual.consequence")}
          placeholder={t("residual.asWithout", {
            rating: consequence,
            name: matrix.consequence[consequence - 1]?.name ?? "",
          })}
          defaultValue={firstOf(fields, `${place}.residualConsequence`)}
          errors={errors[`${place}.residualConsequence`]}
          options={RATINGS.filter((rating) => rating < consequence).map((rating) => ({
            value: String(rating),
            label: t("rating", { rating, name: matrix.consequence[rating - 1]?.name ?? "" }),
          }))}
        />
        <TextArea
          name={`${place}.residualReason`}
          label={t("residual.reason")}
          optional
          maxLength={500}
          rows={2}
          defaultValue={firstOf(fields, `${place}.residualReason`)}
          errors={errors[`${place}.residualReason`]}
        />
      </div>
    </fieldset>
  );
}

/** Whether what is left can be lived with, and what otherwise. */
export function ResidualVerdict({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const { residual, element, modelId, accepted } = page;
  const { aboveTolerable, open, worst, tolerableRisk, threats } = residual;
  if (threats.length === 0) return null;
  if (aboveTolerable.length > 0)
    return (
      <Callout
        tone="danger"
        title={t("residual.above", { count: aboveTolerable.length })}
        action={
          accepted ? undefined : (
            <ButtonLink
              to={paths.newCountermeasure({ place: `${modelId}/${element.kind}/${element.id}` })}
              icon="plus"
            >
              {t("residual.propose")}
            </ButtonLink>
          )
        }
      >
        {accepted ? null : t("residual.aboveText")}
      </Callout>
    );
  if (open.length > 0)
    return (
      <Callout tone="warning" title={t("residual.open", { count: open.length })}>
        {t("residual.openText")}
      </Callout>
    );
  return (
    <Callout tone="success" title={t("residual.fine")}>
      {t("residual.fineText", { worst: worst ?? 0, tolerable: tolerableRisk })}
    </Callout>
  );
}

/** What stands in the ledger here; only what is in force makes a threat less likely. */
export function LedgerPanel({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const { ledger } = page;
  return (
    <Panel title={t("residual.ledger")} level={3}>
      {ledger.length === 0 ? <p className="text-muted">{t("residual.ledgerNone")}</p> : null}
      <ul className="rule-defaults">
        {ledger.map(({ id, title, standing, expiresOn, requirementIds, on }) => (
          <li key={id}>
            <Link to={paths.countermeasure(id)}>{title}</Link>{" "}
            <span className="text-muted">
              {t(`countermeasure:standing.${standing}`)}
              {on ? `, ${on}` : ""}
              {requirementIds.length > 0 ? ` (${requirementIds.join(", ")})` : ""}
              {expiresOn ? (
                <>
                  {" "}
                  {t("residual.until")} <DateText value={expiresOn} />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
