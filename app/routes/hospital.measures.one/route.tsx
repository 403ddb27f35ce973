import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { MeasurePage } from "~/components/measure/measure-page";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentMeasure } from "~/presenters/present-measure.server";
import { attachMeasureFiles } from "~/use-cases/measures/attach-measure-files.server";
import { recordMeasures } from "~/use-cases/measures/record-measures.server";
import { takeBackMeasureFile } from "~/use-cases/measures/take-back-measure-file.server";
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
  const values = await readForm(args.request);
  const { version, intent, ...rest } = values;
  const modelId = search.get("model");
  const zoneId = search.get("zone");
  const place = modelId === null || zoneId === null ? null : { modelId, zoneId };
  const measureId = search.get("measure") ?? "";
  if (intent === "attach" || intent === "take-back-file") {
    const { attachments, fileId, note } = rest;
    const outcome = await respond(args, async (caller) =>
      intent === "attach"
        ? await attachMeasureFiles(caller, { place, measureId, attachments })
        : await takeBackMeasureFile(caller, { fileId, note }),
    );
    if (!outcome.ok)
      return data({ of: "files" as const, refusal: outcome.refusal, values: rest }, { status: 422 });
    return redirect(paths.measure(place, measureId), 303);
  }
  const typed = typedFields(rest);
  const fields = intent === "take-back" ? null : typed;
  const changes = [{ place, measureId, version, fields }];
  const outcome = await respond(args, (caller) => recordMeasures(caller, { changes, via: "form" }));
  if (!outcome.ok) return data({ of: "record" as const, refusal: outcome.refusal, typed }, { status: 422 });
  return redirect(paths.measures({ zone: place ? `${modelId}/${zoneId}` : "hospital", saved: 1 }), 303);
}

export default function MeasureRoute() {
  return <MeasurePage {...useLoaderData<typeof loader>()} outcome={useOutcome<typeof action>()} />;
}
