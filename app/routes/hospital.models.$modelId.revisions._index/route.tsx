import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DifferenceTable } from "~/components/model/difference-table";
import { EditList } from "~/components/model/edit-list";
import { PublicationPanel } from "~/components/model/publication-panel";
import { RevisionList } from "~/components/model/revision-list";
import { Section } from "~/components/section";
import { readForm, respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentRevisions } from "~/presenters/present-revisions.server";
import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { deleteZoneModel } from "~/use-cases/zone-models/delete-zone-model.server";
import { returnRevision } from "~/use-cases/zone-models/return-revision.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { withdrawSubmission } from "~/use-cases/zone-models/withdraw-submission.server";

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentRevisions(caller, args.params.modelId ?? ""));

export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const { intent, ...values } = await readForm(args.request);
  const outcome = await respond(args, async (caller) => take(caller, String(intent), { ...values, modelId }));
  if (!outcome.ok) return data({ intent: String(intent), refusal: outcome.refusal }, { status: 422 });
  return redirect(intent === "delete" ? paths.models() : paths.revisions(modelId), 303);
}

function take(caller: Caller, intent: string, values: Readonly<Record<string, unknown>>) {
  switch (intent) {
    case "approve":
      return approveRevision(caller, values);
    case "return":
      return returnRevision(caller, values);
    case "withdraw":
      return withdrawSubmission(caller, values);
    case "delete":
      return deleteZoneModel(caller, values);
    default:
      return submitRevision(caller, values);
  }
}

export default function RevisionsPage() {
  const { t } = useTranslation("model");
  const page = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const since =
    page.latestNumber === null
      ? t("difference.sinceNothing")
      : t("difference.since", { number: page.latestNumber });
  return (
    <>
      <PublicationPanel {...page} hasChanges={page.difference.length > 0} outcome={outcome} />
      <Section title={t("difference.title")} description={since}>
        <DifferenceTable rows={page.difference} caption={t("difference.title")} />
      </Section>
      <Section title={t("revision.list")}>
        <RevisionList modelId={page.modelId} revisions={page.revisions} />
      </Section>
      <Section title={t("edit.list")} description={t("edit.listText")}>
        <EditList edits={page.edits} />
      </Section>
    </>
  );
}
