import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { FactsPage } from "~/components/declaration/facts-page";
import { refusedFacts, toPostedFacts } from "~/components/declaration/posted-facts";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { FACT_GROUPS } from "~/domain/declaration/fact-fields";
import { refuse } from "~/domain/shared/result";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentFacts } from "~/presenters/present-facts.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) => (data ? `${t("declaration:facts.title")} · ${data.product.name}` : ""));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => {
    const { searchParams } = new URL(args.request.url);
    return presentFacts(caller, {
      declarationId: args.params.declarationId ?? "",
      group: searchParams.get("group"),
      requestId: searchParams.get("request"),
    });
  });

export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  const request = new URL(args.request.url).searchParams.get("request") ?? undefined;
  const declarationId = args.params.declarationId ?? "";
  const posted = toPostedFacts(values);
  const { group, before, facts, errors } = posted;
  const outcome = await respond(args, async (caller) =>
    Object.keys(errors).length > 0
      ? refuse({ code: "invalid-input" as const, fields: errors })
      : saveFacts(caller, { declarationId, group, before, facts }),
  );
  if (!outcome.ok) return data(refusedFacts(posted, outcome.refusal), { status: 422 });
  const next = values.next === "go" ? FACT_GROUPS[FACT_GROUPS.indexOf(group) + 1] : group;
  if (next === undefined) return redirect(paths.declarationEvidence(declarationId), 303);
  return redirect(paths.declarationFacts(declarationId, { group: next, request }), 303);
}

export default function FactsRoute() {
  const sheet = useLoaderData<typeof loader>();
  const refused = useOutcome<typeof action>();
  const shown = refused?.group === sheet.group ? refused : undefined;
  const { id, saveVersion } = sheet.declaration;
  // Fields keep what was typed; another state of what is stored starts them again.
  const key = [id, sheet.group, saveVersion, JSON.stringify(shown?.before)].join(":");
  return <FactsPage key={key} sheet={sheet} refused={shown} />;
}
