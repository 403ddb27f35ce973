import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { MatrixHistory } from "~/components/risk/matrix-history";
import { MatrixSettingsForm } from "~/components/risk/matrix-settings-form";
import { MatrixWordsList } from "~/components/risk/matrix-words-list";
import { RiskMatrixTable } from "~/components/risk/risk-matrix-table";
import { VerifyMark } from "~/components/verify-mark";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentRiskMatrix } from "~/presenters/present-risk-matrix.server";
import { answerMatrixForm } from "./answer-matrix-form.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("risk:settings.pageTitle"));

/** After a refusal too: it may be one because the matrix has changed. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export const loader = (args: LoaderFunctionArgs) => respond(args, presentRiskMatrix);

export async function action(args: ActionFunctionArgs) {
  const form = new URLSearchParams(await args.request.text());
  const answered = await respond(args, (caller) => answerMatrixForm(caller, form));
  if ("saved" in answered) return redirect(`${paths.riskMatrix()}#versions`, 303);
  return data(answered, { status: answered.refusal ? 422 : 200 });
}

export default function RiskMatrixPage() {
  const { t } = useTranslation("risk");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const [latest] = page.history;
  return (
    <Page title={t("settings.title")} description={t("settings.description")}>
      <div className="grid gap-3">
        <p>
          {latest ? (
            <>
              {t("settings.version", { version: page.version, name: latest.personName })}{" "}
              <DateText value={latest.at} time />
            </>
          ) : (
            t("settings.noVersion")
          )}
        </p>
        <p className="text-muted">
          {t("settings.assessed", { count: page.assessedCount })} {t("settings.targetsStay")}
        </p>
        {page.mayEdit ? null : <Callout tone="info">{t("settings.readOnly")}</Callout>}
        <Disclosure summary={t("settings.judgement")}>
          <p className="flex flex-wrap items-center gap-2">
            {page.basis.basis} <VerifyMark confidence={page.basis.confidence} />
          </p>
        </Disclosure>
      </div>
      <div>
        <RiskMatrixTable matrix={page.matrix} />
        <p className="field-hint">
          {t("settings.formula")} <VerifyMark confidence={page.formula.confidence} />
        </p>
      </div>
      {page.mayEdit ? (
        <MatrixSettingsForm version={page.version} matrix={page.matrix} outcome={outcome} />
      ) : (
        <MatrixWordsList matrix={page.matrix} />
      )}
      <MatrixHistory history={page.history} isCut={page.isHistoryCut} />
    </Page>
  );
}
