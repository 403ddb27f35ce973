import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { KeyValue } from "~/components/key-value";
import { Link } from "~/components/link";
import { DifferenceTable } from "~/components/model/difference-table";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { RestoreRevision } from "~/components/review/restore-revision";
import { Section } from "~/components/section";
import { StateSection } from "~/diagram/history/state-section";
import { stateView } from "~/diagram/history/state-view";
import { readForm, respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentRevision } from "~/presenters/present-revision.server";
import { restoreRevision } from "~/use-cases/zone-models/restore-revision.server";

export const loader = async (args: LoaderFunctionArgs) => {
  const { modelId = "", number } = args.params;
  const { page, tables, content } = await respond(args, (caller) =>
    presentRevision(caller, modelId, Number(number)),
  );
  const as = new URL(args.request.url).searchParams.get("as");
  return { ...page, view: stateView(as, { past: content, now: null }, tables) };
};

export async function action(args: ActionFunctionArgs) {
  const { modelId = "", number } = args.params;
  const { draftVersion } = await readForm(args.request);
  const outcome = await respond(args, (caller) => restoreRevision(caller, { modelId, number, draftVersion }));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(paths.modelHistory(modelId), 303);
}

export default function RevisionPage() {
  const { t } = useTranslation("model");
  const page = useLoaderData<typeof loader>();
  const refusal = useOutcome<typeof action>()?.refusal;
  const { modelId, number, previousNumber } = page;
  const compareWith = (to: string) =>
    paths.compareStates(
      modelId,
      to === "draft" ? { from: String(number), to } : { from: to, to: String(number) },
    );
  return (
    <>
      <Section
        title={t("revision.name", { number })}
        actions={
          <>
            {previousNumber === null ? null : (
              <ButtonLink to={compareWith(String(previousNumber))}>
                {t("review:compare.withPrevious", { number: previousNumber })}
              </ButtonLink>
            )}
            <ButtonLink to={compareWith("draft")}>{t("review:compare.withDraft")}</ButtonLink>
          </>
        }
      >
        {page.isLatest ? null : (
          <Callout tone="warning" title={t("revision.superseded")}>
            <Link to={paths.revision(modelId, page.latestNumber)}>
              {t("revision.name", { number: page.latestNumber })}
            </Link>
          </Callout>
        )}
        <KeyValue
          columns={2}
          entries={[
            { term: t("revision.publishedAt"), value: <DateText value={page.publishedAt} time /> },
            { term: t("revision.submittedBy"), value: page.submittedBy ?? t("common:unknown") },
            { term: t("revision.approvedBy"), value: page.approvedBy ?? t("common:unknown") },
            { term: t("publish.note"), value: page.note || t("common:none") },
            { term: t("revision.fingerprint"), value: <code className="break-all">{page.fingerprint}</code> },
          ]}
        />
      </Section>
      <RestoreRevision number={number} restoring={page.restoring} refusal={refusal} />
      <StateSection
        modelId={modelId}
        name={t("revision.name", { number })}
        view={page.view}
        pathOf={(as) => paths.revision(modelId, number, { as })}
      />
      {previousNumber === null ? null : (
        <Section title={t("difference.since", { number: previousNumber })}>
          <DifferenceTable
            rows={page.difference}
            caption={t("difference.since", { number: previousNumber })}
          />
        </Section>
      )}
    </>
  );
}
