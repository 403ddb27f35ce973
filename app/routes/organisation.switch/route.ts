import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { answer, readForm, respondOpenly } from "~/http/respond.server";
import { readSessionToken, toVisitor } from "~/http/session.server";
import { paths } from "~/paths";
import { switchOrganisation } from "~/use-cases/accounts/switch-organisation.server";

export const loader = () => redirect(paths.home());

export async function action(args: ActionFunctionArgs) {
  const token = (await readSessionToken(args.request, args.context)) ?? "";
  const { organisationId } = await readForm(args.request);
  const outcome = await respondOpenly(args, () =>
    switchOrganisation(toVisitor(args.context), { token, organisationId }),
  );
  return answer(outcome, () => paths.home());
}
