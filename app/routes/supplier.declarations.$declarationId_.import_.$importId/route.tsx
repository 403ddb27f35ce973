import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { FileImportPage } from "~/components/declaration/import/file-import-page";
import { readChoices } from "~/components/declaration/import/read-choices";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentFileImport } from "~/presenters/present-file-import.server";
import { applyFileImport } from "~/use-cases/intake-files/apply-import.server";
import { cancelImport } from "~/use-cases/intake-files/cancel-import.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) => (data ? `${data.file.name} · ${t("import:title")}` : ""));

export const loader = (args: LoaderFunctionArgs) => {
  const { declarationId = "", importId = "" } = args.params;
  return respond(args, (caller) => presentFileImport(caller, { declarationId, importId }));
};

export async function action(args: ActionFunctionArgs) {
  const { intent, ...values } = await readForm(args.request);
  const { declarationId = "", importId = "" } = args.params;
  const choices = readChoices(values);
  const outcome = await respond(args, async (caller) => {
    if (intent === "cancel") return cancelImport(caller, { declarationId, importId });
    return applyFileImport(caller, { declarationId, importId, ...choices });
  });
  // Sent twice, or by two people: the page says what became of it.
  if (outcome.ok || outcome.refusal.code === "import-ended")
    return redirect(paths.fileImport(declarationId, importId), 303);
  return data({ refusal: outcome.refusal, choices }, { status: 422 });
}

export default function FileImportRoute() {
  const page = useLoaderData<typeof loader>();
  const refused = useOutcome<typeof action>();
  return <FileImportPage key={page.file.id} page={page} refused={refused} />;
}
