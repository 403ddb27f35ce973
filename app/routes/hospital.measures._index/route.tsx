import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { MeasuresPage } from "~/components/measure/measures-page";
import type { MeasureRefusal } from "~/components/measure/refusal-of-measures";
import { useOutcome } from "~/components/not-sent/use-outcome";

import { readMeasureKey } from "~/domain/measure/measure-key";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { presentMeasures } from "~/presenters/present-measures.server";
import { recordMeasures } from "~/use-cases/measures/record-measures.server";
import { measuresQuery, typedFields } from "./typed-fields.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("measure:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  return respond(args, (caller) =>
    presentMeasures(caller, measuresQuery(search), Number(search.get("page"))),
  );
};

const NOTHING_CHOSEN: MeasureRefusal = { code: "nothing-chosen" };

/** Many at once: what is left empty stays as it is. */
export async function action(args: ActionFunctionArgs) {
  const url = new URL(args.request.url);
  const { chosen, intent, ...rest } = await readForm(args.request);
  const typed = typedFields(rest);
  const keys = [chosen].flat().flatMap((one) => (typeof one === "string" ? (readMeasureKey(one) ?? []) : []));
  const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ""));
  const fields = intent === "take-back" ? null : filled;
  const outcome = await respond(args, async (caller) => {
    if (keys.length === 0) return { ok: false as const, refusal: NOTHING_CHOSEN };
    return recordMeasures(caller, { changes: keys.map((key) => ({ ...key, fields })), via: "bulk" });
  });
  if (!outcome.ok) return data({ refusal: outcome.refusal, typed }, { status: 422 });
  url.searchParams.set("saved", String(outcome.value.count));
  return redirect(`${url.pathname}${url.search}`, 303);
}

export default function MeasuresRoute() {
  return <MeasuresPage {...useLoaderData<typeof loader>()} outcome={useOutcome<typeof action>()} />;
}
