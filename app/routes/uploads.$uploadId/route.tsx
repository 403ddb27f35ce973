import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readJsonMembers } from "~/http/json-body.server";
import { type RequestArgs, respond } from "~/http/respond.server";
import { bodyOf, readPartHeaders, TICKET_HEADER, withFiles } from "~/http/uploads.server";
import { appendPart } from "~/use-cases/files/append-part.server";
import { cancelUpload } from "~/use-cases/files/cancel-upload.server";
import { findUploadProgress } from "~/use-cases/files/find-upload-progress.server";
import { finishUpload } from "~/use-cases/files/finish-upload.server";

type UploadArgs = RequestArgs & { params: LoaderFunctionArgs["params"] };

/** Where to go on after a cut. */
export async function loader(args: LoaderFunctionArgs) {
  const ticket = args.request.headers.get(TICKET_HEADER) ?? "";
  const progress = await respond(args, (caller) =>
    findUploadProgress(withFiles(caller, args.context), { uploadId: args.params.uploadId, ticket }),
  );
  return Response.json(progress, { headers: { "Cache-Control": "no-store" } });
}

/** `PUT` sends a part as it is, `POST` ends the upload. */
export async function action(args: ActionFunctionArgs) {
  const outcome = args.request.method === "PUT" ? await takePart(args) : await end(args);
  if (!outcome.ok) return Response.json({ refusal: outcome.refusal }, { status: 422 });
  return Response.json(outcome.value);
}

function takePart({ params, ...args }: UploadArgs) {
  const { uploadId } = params;
  return respond(args, (caller) =>
    appendPart(
      withFiles(caller, args.context),
      { uploadId, ...readPartHeaders(args.request) },
      bodyOf(args.request),
    ),
  );
}

async function end({ params, ...args }: UploadArgs) {
  const { intent, sha256 = null } = await readJsonMembers(args.request);
  const posted = { uploadId: params.uploadId, ticket: args.request.headers.get(TICKET_HEADER) ?? "" };
  return respond(args, async (caller) => {
    const own = withFiles(caller, args.context);
    if (intent === "cancel") return cancelUpload(own, posted);
    return finishUpload(own, { ...posted, sha256 });
  });
}
