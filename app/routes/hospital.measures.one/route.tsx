import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { MeasurePage } from "~/components/measure/measure-page";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentMeasure } from "~/presenters/present-measure.server";
import { recordMeasures } from "~/use-cases/measures/record-measures.server";
import { typedFields } from "../hospital.measures._index/typed-fields.server";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => t("measure:one.pageTitle", { id: page?.measure.id ?? "" }));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = { model: search.get("model"), zone: search.get("zone"), measure: search.get("measure") };
  return respond(args, (caller) => presentMeasure(caller, query));
};

export async function action(args: ActionFunctionArgs) {
  const search = new URL(args.request.url).searchParams;
  const { version, intent, ...rest } = await readForm(args.request);
  const typed = typedFields(rest);
  const modelId = search.get("model");
  const zoneId = search.get("zone");
  const place = modelId === null || zoneId === null ? null : { modelId, zoneId };
  const measureId = search.get("measure") ?? "";
  const fields = intent === "take-back" ? null : typed;
  const changes = [{ place, measureId, version, fields }];
  const outcome = await respond(args, (caller) => recordMeasures(caller, { changes, via: "form" }));
  if (!outcome.ok) return data({ refusal: outcome.refusal, typed }, { status: 422 });
  return redirect(paths.measures({ zone: place ? `${modelId}/${zoneId}` : "hospital", saved: 1 }), 303);
}

export default function MeasureRoute() {
  return <MeasurePage {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}
