import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readForm, respond, toLocalPath } from "~/http/respond.server";
import { paths } from "~/paths";
import { deleteView } from "~/use-cases/saved-views/delete-view.server";
import { renameView } from "~/use-cases/saved-views/rename-view.server";
import { saveView } from "~/use-cases/saved-views/save-view.server";
import { setDefaultView } from "~/use-cases/saved-views/set-default-view.server";
import { shareView } from "~/use-cases/saved-views/share-view.server";
import type { Caller } from "~/use-cases/use-case.server";

export const loader = () => redirect(paths.hospital());

/** Views are kept and changed from the pages that they are of, and one goes back there. */
export async function action(args: ActionFunctionArgs) {
  const { intent, returnTo, page, ...values } = await readForm(args.request);
  const outcome = await respond(args, (caller) => change(caller, String(intent), { ...values, page }));
  const back = new URL(toLocalPath(typeof returnTo === "string" ? returnTo : null), args.request.url);
  back.searchParams.delete("viewRefused");
  if (!outcome.ok) back.searchParams.set("viewRefused", refusalOf(outcome.refusal));
  else if (intent === "save") back.searchParams.set("view", outcome.value.id);
  else if (intent === "delete") back.searchParams.set("view", "none");
  return redirect(back.pathname + back.search, 303);
}

function change(caller: Caller, intent: string, { page, ...values }: Readonly<Record<string, unknown>>) {
  switch (intent) {
    case "rename":
      return renameView(caller, values);
    case "share":
      return shareView(caller, values);
    case "delete":
      return deleteView(caller, values);
    case "set-default":
      return setDefaultView(caller, { ...values, page });
  }
  return saveView(caller, { ...values, page });
}

function refusalOf({ fields }: { fields: Readonly<Record<string, ReadonlyArray<string>>> }): string {
  const [code] = fields.name ?? [];
  return code === "taken" || code === "too-many" ? code : "other";
}
