import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  type ClientLoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { useMemo } from "react";
import { ImportedNotice } from "~/components/model/import/imported-notice";
import type { ShellData } from "~/components/shell/viewer";
import { ZoneEditor } from "~/diagram/zone-editor";
import { shareParts } from "~/domain/zone-model/share-parts";
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

/** The text is read and let go: the page would keep it as long as it is open. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const { draftText, ...page } = await serverLoader<typeof loader>();
  return { ...page, draft: toDraft(draftText) };
}

/** Our own loader wrote it. */
function toDraft(text: string): ZoneModel {
  return shareParts(JSON.parse(text) as ZoneModel);
}

export default function ModelDiagramPage() {
  // The server's own page has the text, one that the browser asked for what is in it.
  const page = useLoaderData<typeof loader | typeof clientLoader>();
  const { model, mayEdit, choices, today, waiverAuthors } = page;
  const draft = useMemo(() => ("draft" in page ? page.draft : toDraft(page.draftText)), [page]);
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
