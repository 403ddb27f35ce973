import { Form } from "@remix-run/react";
import type { Verdict } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { CheckboxGroup } from "../checkbox-group";
import { EmptyState } from "../empty-state";
import { FormActions } from "../form-actions";
import { SubmitButton } from "../submit-button";
import type { NamedOffer } from "./offer-table";
import { useOfferWords } from "./offer-words";

type OfferStepProps = {
  zone: { modelId: string; id: string; name: string; slTarget: unknown };
  rows: ReadonlyArray<NamedOffer & { declarationVersion: number; verdict: Verdict; isChosen: boolean }>;
  judged: { count: number; bound: number };
  chosen: { count: number; most: number };
  problem: "too-many" | null;
};

/** The second step: which products, best fit first. Also where an address names too many or too few. */
export function OfferStep({ zone, rows, judged, chosen, problem }: OfferStepProps) {
  const { t } = useTranslation("offers");
  const words = useOfferWords();
  if (!zone.slTarget)
    return (
      <EmptyState title={t("choose.noTarget")} icon="zone">
        {t("choose.noTargetText")}
      </EmptyState>
    );
  if (rows.length === 0)
    return (
      <EmptyState
        title={t("choose.none")}
        icon="product"
        action={<ButtonLink to={paths.requests()}>{t("choose.toRequests")}</ButtonLink>}
      >
        {t("choose.noneText")}
      </EmptyState>
    );
  return (
    <Form method="get" className="grid gap-4">
      {problem === "too-many" ? (
        <Callout tone="warning" title={t("choose.tooMany", { count: chosen.count })} live>
          {t("choose.tooManyText", { most: chosen.most })}
        </Callout>
      ) : null}
      {chosen.count === 1 ? <Callout tone="info">{t("choose.tooFew")}</Callout> : null}
      <input type="hidden" name="model" value={zone.modelId} />
      <input type="hidden" name="zone" value={zone.id} />
      <CheckboxGroup
        name="declaration"
        legend={t("choose.legend", { zone: zone.name })}
        hint={t("choose.description")}
        defaultValues={rows.filter(({ isChosen }) => isChosen).map(({ declarationId }) => declarationId)}
        options={rows.map((row) => ({
          value: row.declarationId,
          label: words.offer(row),
          hint: t("choose.hint", {
            supplier: row.supplierName,
            version: row.declarationVersion,
            verdict: t(`components:verdict.${row.verdict}`),
          }),
        }))}
      />
      {judged.count > judged.bound ? <p className="text-muted">{t("choose.bound", judged)}</p> : null}
      <FormActions>
        <SubmitButton icon="arrow-right">{t("choose.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
