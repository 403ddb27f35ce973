import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { DeclarationPage } from "~/components/declaration/declaration-page";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentDeclaration } from "~/presenters/present-declaration.server";
import { toRowChanges } from "~/use-cases/declarations/answer-form.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { claimCapability } from "~/use-cases/declarations/claim-capability.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { setComponentTypes } from "~/use-cases/declarations/set-component-types.server";
import { shareDeclaration } from "~/use-cases/declarations/share-declaration.server";
import { withdrawDeclaration } from "~/use-cases/declarations/withdraw-declaration.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) =>
    data ? `${data.product.name} ${data.release.version}` : t("declaration:product.declarations"),
  );

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentDeclaration(caller, args.params.declarationId ?? ""));

export async function action(args: ActionFunctionArgs) {
  const { intent, ...values } = await readForm(args.request);
  const { search } = new URL(args.request.url);
  const declarationId = args.params.declarationId ?? "";
  const changes = intent === "answer" ? toRowChanges(values) : [];
  if (changes === null) return redirect(paths.declaration(declarationId) + search, 303);
  const outcome = await respond(args, async (caller) => {
    if (intent === "copy") return createDeclaration(caller, values);
    const input = { ...values, declarationId };
    if (intent === "types") return setComponentTypes(caller, input);
    if (intent === "claim") return claimCapability(caller, input);
    if (intent === "share") return shareDeclaration(caller, input);
    if (intent === "withdraw") return withdrawDeclaration(caller, input);
    return answerRequirements(caller, { declarationId, changes });
  });
  if (!outcome.ok) return data({ intent, refusal: outcome.refusal, changes }, { status: 422 });
  return redirect(paths.declaration(outcome.value.id) + (intent === "copy" ? "" : search), 303);
}

export default function DeclarationRoute() {
  const sheet = useLoaderData<typeof loader>();
  const refused = useOutcome<typeof action>();
  return <DeclarationPage key={sheet.declaration.id} sheet={sheet} refused={refused} />;
}
