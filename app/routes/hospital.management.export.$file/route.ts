import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentManagementFile } from "~/presenters/present-management-file.server";
import { exportManagement } from "~/use-cases/management/export-management.server";
import { managementWords } from "./words";

/** Every number of the management page as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const { file = "" } = params;
  const query = { step: new URL(request.url).searchParams.get("step") };
  const words = managementWords(languageOfHeader(request.headers.get("Accept-Language")));
  return attachment(
    await respond(args, async (caller) => {
      requireNoted(await exportManagement(caller, { file }), "there is no such file");
      return presentManagementFile(caller, { file, query }, words);
    }),
  );
}
