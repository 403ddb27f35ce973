import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { ElementEditor } from "~/components/model/element-editor";
import { ModelTables } from "~/components/model/model-tables";
import type { TableRefusal } from "~/components/model/refusal";
import { readForm, respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentFix, presentModelTable } from "~/presenters/present-model-table.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import { elementOf, toCommand, toFormErrors, toTyped } from "./command-of-form";

/** After a refusal too: it may be one because the model has changed. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams;
  const query = { element: search.get("element"), add: search.get("add"), zone: search.get("zone") || null };
  return respond(args, (caller) => presentModelTable(caller, args.params.modelId ?? "", query));
}

export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const { form, version, findingId, ...values } = await readForm(args.request);
  const { outcome, element, channelRows } = await respond(args, async (caller) => {
    if (typeof findingId === "string") {
      const commands = await presentFix(caller, modelId, findingId);
      const isClosed = commands.length === 0;
      const outcome = isClosed ? undefined : await editZoneModel(caller, { modelId, version, commands });
      return { outcome, element: undefined, channelRows: [] };
    }
    const { command, channelRows } = toCommand(values, caller.newId);
    const outcome = await editZoneModel(caller, { modelId, version, commands: [command] });
    return { outcome, element: elementOf(command), channelRows };
  });
  const next = `${paths.modelTable(modelId, { element })}#${element ? "element" : "model"}`;
  if (!outcome || outcome.ok) return redirect(next, 303);
  const { refusal } = outcome;
  if (refusal.code === "stale-version" && refusal.isAlreadySaved) return redirect(next, 303);
  return data(
    { form: String(form), typed: toTyped(values), refusal: toTableRefusal(refusal, channelRows) },
    { status: 422 },
  );
}

type Refusal = Extract<Awaited<ReturnType<typeof editZoneModel>>, { ok: false }>["refusal"];

/** What the page shows of a refusal. */
function toTableRefusal(refusal: Refusal, channelRows: ReadonlyArray<number>): TableRefusal {
  switch (refusal.code) {
    case "invalid-input":
      return { code: "invalid-input", fields: toFormErrors(refusal.fields, channelRows) };
    case "stale-version": {
      const edits = refusal.edits.map(({ version, personName, at }) => ({ version, personName, at }));
      return { code: "stale-version", currentVersion: refusal.currentVersion, edits };
    }
    case "command-refused":
      return { code: refusal.refusal.code };
    case "model-is-submitted":
      return { code: "model-is-submitted" };
  }
}

export default function ModelTablePage() {
  const { t } = useTranslation("model");
  const page = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return (
    <>
      {page.state === "submitted" ? (
        <Callout tone="info" title={t("table.submitted")}>
          {t("table.submittedText")}
        </Callout>
      ) : null}
      <ElementEditor {...page} outcome={outcome} />
      <ModelTables {...page} outcome={outcome} />
    </>
  );
}
