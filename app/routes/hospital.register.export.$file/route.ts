import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentRegisterFile } from "~/presenters/present-register-file.server";
import { exportRegister } from "~/use-cases/decisions/export-register.server";
import { registerWords } from "./words";

/** What the register shows under the same query, all of its pages, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const { origin, searchParams } = new URL(request.url);
  const { file = "" } = params;
  const query = {
    find: searchParams.get("find") || null,
    model: searchParams.get("model") || null,
    zone: searchParams.get("zone") || null,
    state: searchParams.get("state"),
    after: null,
  };
  const words = registerWords(languageOfHeader(request.headers.get("Accept-Language")), origin);
  return attachment(
    await respond(args, async (caller) => {
      requireNoted(await exportRegister(caller, { file }), "there is no such file");
      return presentRegisterFile(caller, { file, query }, words);
    }),
  );
}
