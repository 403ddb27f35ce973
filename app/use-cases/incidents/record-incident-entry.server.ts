import { z } from "zod";
import { INCIDENT_STEPS, type IncidentRefusal, recordStep } from "~/domain/incident/incident";
import { InstantSchema } from "~/domain/notice/instant";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { saveIncidentEntries } from "~db/repositories/incidents";
import { type InvalidInput, useCase } from "../use-case.server";
import { detectionOf, findOwnIncident } from "./find-own-incident.server";

/** So many entries one record has: a guard against exhaustion. */
export const MOST_ENTRIES = 1000;

type EntryRefusal = IncidentRefusal | InvalidInput | { code: "changed-meanwhile" | "limit-reached" };

/** Adds a step or a note to a record. Nothing that stands there is changed, and nothing is sent to an authority. */
export const recordIncidentEntry = useCase({
  action: "incident.record",
  input: z.strictObject({
    incidentId: z.string().max(64),
    /** Of the last entry that the person saw. */
    lastEntry: z.coerce.number().int().min(1),
    /** null = a note. */
    step: z.enum(INCIDENT_STEPS).nullable(),
    /** null = now, for a note alone. */
    happenedAt: InstantSchema.nullable().default(null),
    note: textBlock(4000).default(""),
  }),
  async run({ db, actor, input, now }): Promise<Result<{ id: string; number: number }, EntryRefusal>> {
    const incident = await findOwnIncident(db, actor, input.incidentId);
    const { step, note } = input;
    if (incident.lastEntry !== input.lastEntry) return refuse({ code: "changed-meanwhile" });
    if (incident.lastEntry >= MOST_ENTRIES) return refuse({ code: "limit-reached" });
    if (step === null && note === "")
      return refuse({ code: "invalid-input", fields: { note: ["required"] } });
    if (step !== null && input.happenedAt === null)
      return refuse({ code: "invalid-input", fields: { happenedAt: ["required"] } });
    const happenedAt = input.happenedAt ?? now;
    if (happenedAt > now) return refuse({ code: "in-the-future" });
    const detectedAt = await detectionOf(db, incident);
    const moved =
      step === null
        ? accept(incident.state)
        : recordStep({ state: incident.state, detectedAt }, step, { happenedAt, now });
    if (!moved.ok) return moved;
    const entry = { step, happenedAt, note, recordedBy: actor.personId, recordedAt: now };
    const isSaved = await saveIncidentEntries(db, incident, { state: moved.value, entries: [entry] });
    if (!isSaved) return refuse({ code: "changed-meanwhile" });
    return accept({ id: incident.id, number: incident.lastEntry + 1 });
  },
  audit: ({ step, happenedAt }, { number }) => ({
    ...{ step, number },
    ...(happenedAt ? { happenedAt: happenedAt.toISOString() } : {}),
  }),
});
