import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { MeasurePanel } from "~/components/incident/measure-panel";
import { Link } from "~/components/link";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { ClockTable } from "~/components/notice/clock-table";
import { EventTable } from "~/components/notice/event-table";
import { ReachList } from "~/components/notice/reach-list";
import { RecordForm } from "~/components/notice/record-form";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentIncident } from "~/presenters/present-incident.server";
import { addIncidentMeasure } from "~/use-cases/incidents/add-incident-measure.server";
import { completeIncidentMeasure } from "~/use-cases/incidents/complete-incident-measure.server";
import { recordIncidentEntry } from "~/use-cases/incidents/record-incident-entry.server";
import type { Caller } from "~/use-cases/use-case.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("notice:incident.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentIncident(caller, args.params.incidentId ?? ""));

/** Entries and measures, told apart by the form that was sent. */
export async function action(args: ActionFunctionArgs) {
  const { incidentId = "" } = args.params;
  const values = await readForm(args.request);
  const outcome = await respond(args, (caller) => make(caller, incidentId, values));
  if (outcome.ok) return redirect(paths.incident(incidentId), 303);
  return data({ refusal: outcome.refusal, intent: values.intent }, { status: 422 });
}

async function make(caller: Caller, incidentId: string, values: Readonly<Record<string, unknown>>) {
  const { intent, measureId, text = "", owner = "", dueOn = "", kind, happenedAt, note, lastEntry } = values;
  if (intent === "done") return completeIncidentMeasure(caller, { incidentId, measureId });
  if (intent === "measure") return addIncidentMeasure(caller, { incidentId, text, owner, dueOn });
  return recordIncidentEntry(caller, {
    ...{ incidentId, lastEntry, note, step: kind || null, happenedAt: happenedAt || null },
  });
}

export default function IncidentPage() {
  const { t } = useTranslation("notice");
  const incident = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const refusal = outcome?.refusal;
  const fields = refusal?.code === "invalid-input" ? refusal.fields : {};
  const { notice, mayRecord } = incident;
  return (
    <Page
      title={incident.title}
      breadcrumb={[{ label: t("incident.title"), to: paths.incidents() }]}
      badge={<Badge>{t(`incident.state.${incident.state}`)}</Badge>}
    >
      {refusal ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      {notice ? (
        <p>
          <Link to={paths.receivedNotice(notice.id)}>{t("incident.about", { title: notice.title })}</Link>
        </p>
      ) : null}
      {incident.description ? <p className="whitespace-pre-line">{incident.description}</p> : null}
      {notice && incident.reach.length > 0 ? (
        <ReachList noticeId={notice.id} models={incident.reach} />
      ) : null}
      <Panel title={t("clock.title")} description={t("clock.description")}>
        <Callout tone="info">{t("clock.notSent")}</Callout>
        <ClockTable clocks={incident.clocks} />
      </Panel>
      <Panel title={t("incident.timeline")}>
        <EventTable events={incident.entries} />
      </Panel>
      <Panel title={t("report.download")} description={t("report.downloadText")}>
        <div className="flex flex-wrap gap-2">
          <ButtonLink to={paths.incidentFile(incident.id, "incident.pdf")} reloadDocument>
            {t("report.pdf")}
          </ButtonLink>
          <ButtonLink to={paths.incidentFile(incident.id, "incident.docx")} reloadDocument>
            {t("report.docx")}
          </ButtonLink>
        </div>
      </Panel>
      {mayRecord ? (
        <Panel title={t("incident.addEntry")}>
          <RecordForm
            // A new entry empties the form.
            key={incident.lastEntry}
            steps={incident.steps}
            lastEntry={incident.lastEntry}
            errors={outcome?.intent === "record" ? fields : {}}
            mayNote
          />
        </Panel>
      ) : null}
      <MeasurePanel
        key={`measures ${incident.measures.length}`}
        measures={incident.measures}
        mayRecord={mayRecord && incident.state !== "closed"}
        errors={outcome?.intent === "measure" ? fields : {}}
      />
    </Page>
  );
}
