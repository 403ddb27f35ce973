import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExportFiles } from "~/components/model/export-files";
import { respond } from "~/http/respond.server";
import { presentModelExport } from "~/presenters/present-model-export.server";

export function loader(args: LoaderFunctionArgs) {
  const wanted = new URL(args.request.url).searchParams.get("revision");
  return respond(args, (caller) =>
    presentModelExport(caller, args.params.modelId ?? "", wanted ? Number(wanted) : null),
  );
}

export default function ExportPage() {
  return <ExportFiles {...useLoaderData<typeof loader>()} />;
}
