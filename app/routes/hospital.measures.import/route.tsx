import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { MeasuresImportPage } from "~/components/measure/import-page";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentMeasuresImport } from "~/presenters/present-measures-import.server";
import { recordMeasures } from "~/use-cases/measures/record-measures.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("measure:import.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentMeasuresImport);

/** What a person has chosen of a file's preview: judged like any form. */
export async function action(args: ActionFunctionArgs) {
  const { changes } = await readForm(args.request);
  const outcome = await respond(args, (caller) =>
    recordMeasures(caller, { changes: listIn(changes), via: "file" }),
  );
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(paths.measures({ saved: outcome.value.count }), 303);
}

function listIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

export default function MeasuresImportRoute() {
  return (
    <MeasuresImportPage {...useLoaderData<typeof loader>()} refusal={useOutcome<typeof action>()?.refusal} />
  );
}
