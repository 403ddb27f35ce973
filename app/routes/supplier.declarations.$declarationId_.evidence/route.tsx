import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { EvidencePage } from "~/components/declaration/evidence-page";
import { readEvidenceForm, refusedEvidence } from "~/components/declaration/read-evidence-form";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentEvidence } from "~/presenters/present-evidence.server";
import { removeEvidence } from "~/use-cases/declarations/remove-evidence.server";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) => (data ? `${t("declaration:evidence.title")} · ${data.product.name}` : ""));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  return respond(args, (caller) =>
    presentEvidence(caller, {
      declarationId: args.params.declarationId ?? "",
      edit: search.get("edit"),
      file: search.get("file"),
    }),
  );
};

export async function action(args: ActionFunctionArgs) {
  const { intent, evidence: values = {}, ...posted } = await readForm(args.request);
  const declarationId = args.params.declarationId ?? "";
  const outcome = await respond(args, async (caller) => {
    if (intent === "remove") return removeEvidence(caller, { ...posted, declarationId });
    return saveEvidence(caller, { declarationId, ...readEvidenceForm(values, posted.before) });
  });
  if (!outcome.ok) return data({ intent, ...refusedEvidence(values, outcome.refusal) }, { status: 422 });
  return redirect(paths.declarationEvidence(declarationId), 303);
}

export default function EvidenceRoute() {
  const sheet = useLoaderData<typeof loader>();
  const refused = useOutcome<typeof action>();
  return <EvidencePage key={sheet.declaration.id} sheet={sheet} refused={refused} />;
}
