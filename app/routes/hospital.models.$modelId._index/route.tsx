import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { ImportedNotice } from "~/components/model/import/imported-notice";
import type { ShellData } from "~/components/shell/viewer";
import { ZoneEditor } from "~/diagram/zone-editor";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { respond } from "~/http/respond.server";
import { presentModel } from "~/presenters/present-model.server";
import { presentTargetChoices } from "~/presenters/target-choices.server";

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (caller) => {
    const { modelId = "" } = args.params;
    const [page, targets] = await Promise.all([
      presentModel(caller, modelId),
      presentTargetChoices(caller, modelId),
    ]);
    const { model, draft, mayEdit, today, waiverAuthors, referenceZoneTypes, protocols, releases } = page;
    const choices = { zoneTypes: referenceZoneTypes, protocols, releases, targets };
    // One text: thousands of elements one by one take many times as long to write and to read.
    return { model, draftText: JSON.stringify(draft), mayEdit, choices, today, waiverAuthors };
  });

export default function ModelDiagramPage() {
  const { model, draftText, mayEdit, choices, today, waiverAuthors } = useLoaderData<typeof loader>();
  // Our own loader wrote it.
  const draft = useMemo(() => JSON.parse(draftText) as ZoneModel, [draftText]);
  const viewer = useRouteLoaderData<ShellData>("root")?.viewer;
  const [search] = useSearchParams();
  const initialElement = useMemo(() => search.get("element"), [search]);
  return (
    <>
      <ImportedNotice modelId={model.id} />
      <ZoneEditor
        key={model.id}
        model={model}
        draft={draft}
        mayEdit={mayEdit}
        choices={choices}
        owner={viewer?.email ?? ""}
        initialElement={initialElement}
        today={today}
        waiverAuthors={waiverAuthors}
      />
    </>
  );
}
