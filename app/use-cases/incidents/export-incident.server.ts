import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { requireFewExports } from "../export-limit.server";
import { useCase } from "../use-case.server";
import { findOwnIncident } from "./find-own-incident.server";

/** Files that a record can be downloaded as, by the end of their address. */
export const INCIDENT_FILES = ["incident.pdf", "incident.docx"] as const;

/** Notes that the pre-filled report leaves the portal: who takes it along. Comes before the first byte. */
export const exportIncident = useCase({
  action: "incident.export",
  input: z.strictObject({ incidentId: z.string().max(64), file: z.enum(INCIDENT_FILES) }),
  async run({ db, actor, input, now }) {
    const { id } = await findOwnIncident(db, actor, input.incidentId);
    await requireFewExports(db, actor, { action: "incident.export", now });
    return accept({ id });
  },
  audit: ({ file }) => ({ file }),
});
