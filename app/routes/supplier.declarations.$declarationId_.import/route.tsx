import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { FileChoicePage } from "~/components/declaration/import/file-choice-page";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { readForm, respond } from "~/http/respond.server";
import { withFiles } from "~/http/uploads.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentFileChoice } from "~/presenters/present-file-import.server";
import { beginImport } from "~/use-cases/intake-files/begin-import.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) => (data ? `${t("import:title")} · ${data.product.name}` : ""));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentFileChoice(caller, args.params.declarationId ?? ""));

/** Begins to read; how far it is and what it found stands on the page of the import. */
export async function action(args: ActionFunctionArgs) {
  const { sha256 } = await readForm(args.request);
  const declarationId = args.params.declarationId ?? "";
  const { publicKey: portalKey } = args.context.portalKey;
  const outcome = await respond(args, (caller) =>
    beginImport({ ...withFiles(caller, args.context), portalKey }, { declarationId, sha256 }),
  );
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(paths.fileImport(declarationId, outcome.value.id), 303);
}

export default function ImportRoute() {
  const page = useLoaderData<typeof loader>();
  const refused = useOutcome<typeof action>();
  return <FileChoicePage key={page.declaration.id} page={page} refusal={refused?.refusal} />;
}
