import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { translatorFor } from "~/i18n/i18n";
import { languageOfHeader } from "~/i18n/resources";
import { presentMds2File } from "~/presenters/present-mds2-file.server";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The MDS2 of 2019, filled in from a declaration. */
export async function loader(args: LoaderFunctionArgs) {
  const t = translatorFor(languageOfHeader(args.request.headers.get("Accept-Language")));
  const { body, name } = await respond(args, (caller) =>
    presentMds2File(caller, args.params.declarationId ?? "", {
      heads: [t("import:mds2.id"), t("import:mds2.question"), t("import:mds2.answer"), t("import:mds2.note")],
      sheet: t("import:mds2.sheet"),
    }),
  );
  return new Response(body, {
    headers: {
      "Content-Type": XLSX,
      // RFC 6266: a name that every browser reads, and the one with its letters.
      "Content-Disposition": `attachment; filename="mds2.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "no-store",
    },
  });
}
