import { z } from "zod";
import { IncidentMeasureSchema } from "~/domain/incident/incident";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { listIncidentMeasures, saveNewIncidentMeasure } from "~db/repositories/incidents";
import { useCase } from "../use-case.server";
import { findOwnIncident } from "./find-own-incident.server";

/** So many measures one record has: a guard against exhaustion. */
export const MOST_INCIDENT_MEASURES = 200;

type Added = { id: string; incidentId: string };

/** Writes down what is to be done about an incident, by whom and until when. */
export const addIncidentMeasure = useCase({
  action: "incident.add-measure",
  input: IncidentMeasureSchema.extend({ incidentId: z.string().max(64) }),
  async run({ db, actor, input, now, newId }): Promise<Result<Added, { code: "closed" | "limit-reached" }>> {
    const { organisationId, personId } = actor;
    const { incidentId, ...fields } = input;
    const incident = await findOwnIncident(db, actor, incidentId);
    if (incident.state === "closed") return refuse({ code: "closed" });
    const known = await listIncidentMeasures(db, organisationId, incidentId);
    if (known.length >= MOST_INCIDENT_MEASURES) return refuse({ code: "limit-reached" });
    const id = newId();
    await saveNewIncidentMeasure(db, organisationId, {
      ...{ ...fields, id, incidentId, createdBy: personId, createdAt: now, doneAt: null, doneBy: null },
    });
    return accept({ id, incidentId });
  },
  audit: ({ incidentId, dueOn }) => ({ incidentId, dueOn }),
});
