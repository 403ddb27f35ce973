import type { ActionFunctionArgs } from "@remix-run/node";
import { readJsonMembers } from "~/http/json-body.server";
import { respond } from "~/http/respond.server";
import { withFiles } from "~/http/uploads.server";
import { openUpload } from "~/use-cases/files/open-upload.server";

/** Announces a file: the answer is the ticket for sending it. */
export async function action(args: ActionFunctionArgs) {
  const { name, bytes } = await readJsonMembers(args.request);
  const declarationId = args.params.declarationId ?? "";
  const outcome = await respond(args, (caller) =>
    openUpload(withFiles(caller, args.context), { declarationId, name, bytes }),
  );
  if (!outcome.ok) return Response.json({ refusal: outcome.refusal }, { status: 422 });
  return Response.json(outcome.value, { status: 201 });
}
