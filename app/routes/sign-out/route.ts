import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { respondOpenly } from "~/http/respond.server";
import { clearSessionCookie, readSessionToken, toVisitor } from "~/http/session.server";
import { paths } from "~/paths";
import { signOut } from "~/use-cases/accounts/sign-out.server";

export const loader = () => redirect(paths.home());

export async function action(args: ActionFunctionArgs) {
  const token = await readSessionToken(args.request, args.context);
  if (token) await respondOpenly(args, () => signOut(toVisitor(args.context), { token }));
  return redirect(paths.home(), { headers: { "Set-Cookie": await clearSessionCookie(args.context) } });
}
