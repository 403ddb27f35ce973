import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "~/domain/shared/app-error";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentIncidentReport } from "~/presenters/present-incident-report.server";
import { exportIncident, INCIDENT_FILES } from "~/use-cases/incidents/export-incident.server";
import { writtenIncident } from "./incident-file.server";

/** The pre-filled report: noted first, then written. */
export const loader = async (args: LoaderFunctionArgs): Promise<Response> => {
  const { request, params } = args;
  const { incidentId = "" } = params;
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  return attachment(
    await respond(args, async (caller) => {
      const file = INCIDENT_FILES.find((name) => name === params.file);
      if (!file) throw new AppError("not-found", "there is no such file");
      requireNoted(await exportIncident(caller, { incidentId, file }), "there is no such incident");
      const incident = await presentIncidentReport(caller, incidentId);
      return writtenIncident(caller, { incident, file, language, signal: request.signal });
    }),
  );
};
