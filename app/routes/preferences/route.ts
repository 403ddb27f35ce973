import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { writePreferences } from "~/http/preferences.server";
import { readForm, toLocalPath } from "~/http/respond.server";
import { paths } from "~/paths";

export const loader = () => redirect(paths.home());

export async function action({ request, context }: ActionFunctionArgs) {
  const { theme, returnTo } = await readForm(request);
  const cookie = await writePreferences(context, { theme });
  const headers: HeadersInit = cookie ? { "Set-Cookie": cookie } : {};
  return redirect(toLocalPath(typeof returnTo === "string" ? returnTo : null), { headers });
}
