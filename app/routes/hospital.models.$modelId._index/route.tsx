import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import type { ShellData } from "~/components/shell/viewer";
import { ZoneEditor } from "~/diagram/zone-editor";
import { respond } from "~/http/respond.server";
import { presentModel } from "~/presenters/present-model.server";

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (caller) => {
    const { model, draft, mayEdit, referenceZoneTypes, protocols, releases } = await presentModel(
      caller,
      args.params.modelId ?? "",
    );
    return { model, draft, mayEdit, choices: { zoneTypes: referenceZoneTypes, protocols, releases } };
  });

export default function ModelDiagramPage() {
  const { model, draft, mayEdit, choices } = useLoaderData<typeof loader>();
  const viewer = useRouteLoaderData<ShellData>("root")?.viewer;
  const [search] = useSearchParams();
  const initialElement = useMemo(() => search.get("element"), [search]);
  return (
    <ZoneEditor
      key={model.id}
      model={model}
      draft={draft}
      mayEdit={mayEdit}
      choices={choices}
      owner={viewer?.email ?? ""}
      initialElement={initialElement}
    />
  );
}
