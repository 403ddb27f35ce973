import type { ActionFunctionArgs } from "@remix-run/node";
import { readJsonMembers } from "~/http/json-body.server";
import { respond } from "~/http/respond.server";
import { withFiles } from "~/http/uploads.server";
import { openAttachment } from "~/use-cases/attachments/open-attachment.server";

/** Announces a file that is to go with what the address names: the answer is the ticket for sending it. */
export async function action(args: ActionFunctionArgs) {
  const purpose = new URL(args.request.url).searchParams.get("purpose");
  const { name, bytes } = await readJsonMembers(args.request);
  const outcome = await respond(args, (caller) =>
    openAttachment(withFiles(caller, args.context), { purpose, name, bytes }),
  );
  if (!outcome.ok) return Response.json({ refusal: outcome.refusal }, { status: 422 });
  return Response.json(outcome.value, { status: 201 });
}
