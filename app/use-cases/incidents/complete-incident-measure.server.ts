import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { listIncidentMeasures, saveIncidentMeasureDone } from "~db/repositories/incidents";
import { useCase } from "../use-case.server";
import { findOwnIncident } from "./find-own-incident.server";

/** Says that a measure is done, once. */
export const completeIncidentMeasure = useCase({
  action: "incident.complete-measure",
  input: z.strictObject({ incidentId: z.string().max(64), measureId: z.string().max(64) }),
  async run({ db, actor, input, now }): Promise<Result<{ id: string }, { code: "done-already" }>> {
    const { organisationId, personId } = actor;
    const { id: incidentId } = await findOwnIncident(db, actor, input.incidentId);
    const known = await listIncidentMeasures(db, organisationId, incidentId);
    if (!known.some(({ id }) => id === input.measureId))
      throw new AppError("not-found", "there is no such measure");
    const measure = { id: input.measureId, incidentId };
    const isSaved = await saveIncidentMeasureDone(db, organisationId, measure, {
      ...{ doneAt: now, doneBy: personId },
    });
    return isSaved ? accept({ id: input.measureId }) : refuse({ code: "done-already" });
  },
  audit: ({ incidentId }) => ({ incidentId }),
});
