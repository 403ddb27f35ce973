import { z } from "zod";
import { IncidentFieldsSchema } from "~/domain/incident/incident";
import { InstantSchema } from "~/domain/notice/instant";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { listIncidents, saveIncidentEntries, saveNewIncident } from "~db/repositories/incidents";
import { findReceivedNotice } from "~db/repositories/received-notices";
import { heldReleaseIds } from "../notices/held-releases.server";
import { useCase } from "../use-case.server";

/** So many records one hospital has: a guard against exhaustion. */
export const MOST_INCIDENTS = 2000;

/** Begins a hospital's own record, from a notice or from nothing. The detection is its first entry. */
export const openIncident = useCase({
  action: "incident.open",
  input: IncidentFieldsSchema.extend({
    detectedAt: InstantSchema,
    /** Of a notice that the hospital reads; null = its own finding. */
    noticeId: z.string().min(1).max(64).nullable().default(null),
  }),
  async run({
    db,
    actor,
    input,
    now,
    newId,
  }): Promise<Result<{ id: string }, { code: "in-the-future" | "limit-reached" }>> {
    const { organisationId, personId } = actor;
    const { detectedAt, noticeId, ...fields } = input;
    if (detectedAt > now) return refuse({ code: "in-the-future" });
    const known = await listIncidents(db, organisationId, { limit: MOST_INCIDENTS });
    if (known.length >= MOST_INCIDENTS) return refuse({ code: "limit-reached" });
    const held = await heldReleaseIds(db, organisationId);
    const notice =
      noticeId === null
        ? null
        : await findReceivedNotice(db, organisationId, { noticeId, heldReleaseIds: held });
    if (notice === undefined) throw new AppError("not-found", "there is no such notice");
    const id = newId();
    await saveNewIncident(db, {
      ...{ ...fields, organisationId, id, state: "open", lastEntry: 0, createdBy: personId, createdAt: now },
      ...{ supplierId: notice?.organisationId ?? null, noticeId },
    });
    const first = { step: "detected" as const, happenedAt: detectedAt, note: "" };
    await saveIncidentEntries(
      db,
      { organisationId, id, lastEntry: 0 },
      { state: "open", entries: [{ ...first, recordedBy: personId, recordedAt: now }] },
    );
    return accept({ id });
  },
  audit: ({ noticeId, involvesPersonalData }) => ({ noticeId, involvesPersonalData }),
});
