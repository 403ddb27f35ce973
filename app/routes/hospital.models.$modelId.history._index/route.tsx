import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Section } from "~/components/section";
import { toElementRef } from "~/diagram/history/element-of-query";
import { HistoryFilter } from "~/diagram/history/history-filter";
import { SittingList } from "~/diagram/history/sitting-list";
import { useHistoryRefusal } from "~/diagram/history/use-history-refusal";
import { readForm, respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentModelHistory } from "~/presenters/present-model-history.server";
import { takeBackEdit } from "~/use-cases/zone-models/take-back-edit.server";

export const loader = (args: LoaderFunctionArgs) => {
  const query = new URL(args.request.url).searchParams;
  const before = Number(query.get("before") ?? Number.NaN);
  return respond(args, (caller) =>
    presentModelHistory(caller, args.params.modelId ?? "", {
      before: Number.isSafeInteger(before) ? before : undefined,
      personId: query.get("person") || undefined,
      element: toElementRef(query.get("element")),
    }),
  );
};

export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const { version } = await readForm(args.request);
  const outcome = await respond(args, (caller) => takeBackEdit(caller, { modelId, version }));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(paths.modelHistory(modelId, { takenBack: Number(version) }), 303);
}

export default function HistoryPage() {
  const { t } = useTranslation("editing");
  const page = useLoaderData<typeof loader>();
  const refusal = useHistoryRefusal(useOutcome<typeof action>()?.refusal.code);
  const [search] = useSearchParams();
  const { modelId, filter, next } = page;
  const query = {
    ...(filter.person && { person: filter.person }),
    ...(filter.element && { element: filter.element }),
  };
  const done = (["takenBack", "restored"] as const).find((name) => search.has(name));
  return (
    <Section title={t("history.title")} description={t("history.description")}>
      {refusal ? (
        <Callout tone="danger" live title={t("history.refusal.title")}>
          {refusal}
        </Callout>
      ) : null}
      {done && !refusal ? (
        <Callout tone="success" live>
          {t(`history.${done}`, { version: Number(search.get(done)) })}
        </Callout>
      ) : null}
      <HistoryFilter people={page.people} elements={page.elements} filter={filter} />
      <SittingList modelId={modelId} sittings={page.sittings} mayEdit={page.mayEdit} />
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink to={paths.modelHistory(modelId, query)}>{t("history.newest")}</ButtonLink>
        {next === undefined ? null : (
          <>
            <ButtonLink to={paths.modelHistory(modelId, { ...query, before: next })}>
              {t("history.older")}
            </ButtonLink>
            <span className="text-muted text-sm">{t("history.searched", { version: page.searchedTo })}</span>
          </>
        )}
      </div>
    </Section>
  );
}
