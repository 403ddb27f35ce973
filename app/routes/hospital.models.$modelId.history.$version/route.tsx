import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { DifferenceTable } from "~/components/model/difference-table";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Section } from "~/components/section";
import { SubmitButton } from "~/components/submit-button";
import { StateSection } from "~/diagram/history/state-section";
import { stateView } from "~/diagram/history/state-view";
import { useHistoryRefusal } from "~/diagram/history/use-history-refusal";
import { readForm, respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentPastState } from "~/presenters/present-past-state.server";
import { restoreState } from "~/use-cases/zone-models/restore-state.server";

export const loader = async (args: LoaderFunctionArgs) => {
  const { modelId = "", version } = args.params;
  const { page, tables, states } = await respond(args, (caller) =>
    presentPastState(caller, modelId, Number(version)),
  );
  const as = new URL(args.request.url).searchParams.get("as");
  return { ...page, view: stateView(as, states, tables) };
};

export async function action(args: ActionFunctionArgs) {
  const { modelId = "", version } = args.params;
  const { draftVersion } = await readForm(args.request);
  const outcome = await respond(args, (caller) => restoreState(caller, { modelId, version, draftVersion }));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(paths.modelHistory(modelId, { restored: Number(version) }), 303);
}

export default function PastStatePage() {
  const { t } = useTranslation("model");
  const page = useLoaderData<typeof loader>();
  const refusal = useHistoryRefusal(useOutcome<typeof action>()?.refusal.code);
  const { modelId, version, draftVersion, savedBy } = page;
  return (
    <>
      <Section title={t("editing:history.then", { version })}>
        {refusal ? (
          <Callout tone="danger" live title={t("editing:history.refusal.title")}>
            {refusal}
          </Callout>
        ) : null}
        <p>
          {savedBy ? (
            <>
              {t("editing:history.thenText", { name: savedBy.personName })}{" "}
              <DateText value={savedBy.at} time />
            </>
          ) : (
            t("editing:history.start")
          )}
        </p>
        {version === draftVersion ? <p>{t("editing:history.isCurrent")}</p> : null}
        {page.mayRestore ? (
          <Form method="post" className="grid justify-items-start gap-2">
            <input type="hidden" name="draftVersion" value={draftVersion} />
            <p className="text-muted text-sm">{t("editing:history.restoreText")}</p>
            <SubmitButton>{t("editing:history.restore")}</SubmitButton>
          </Form>
        ) : null}
      </Section>
      <StateSection
        modelId={modelId}
        name={t("editing:history.version", { version })}
        view={page.view}
        pathOf={(as) => paths.modelState(modelId, version, { as })}
      />
      {version === draftVersion ? null : (
        <Section title={t("editing:history.differs")}>
          <DifferenceTable rows={page.difference} caption={t("editing:history.differs")} />
        </Section>
      )}
    </>
  );
}
