import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { moveImport } from "~db/repositories/file-imports";
import { type Caller, useCase } from "../use-case.server";
import { findOwnImport } from "./find-own-import.server";
import { stopReading } from "./readings.server";

const recordCancelling = useCase({
  action: "declaration.import",
  input: z.strictObject({ declarationId: z.string().max(64), importId: z.string().max(64) }),
  async run({ db, actor, input }) {
    const { id, state } = await findOwnImport(db, actor, input);
    if (state !== "reading" && state !== "ready") return refuse({ code: "import-ended" as const, state });
    const change = { id, from: state, to: { state: "cancelled" as const } };
    if (!(await moveImport(db, actor.organisationId, change)))
      return refuse({ code: "import-ended" as const, state });
    return accept({ id });
  },
  audit: ({ declarationId }) => ({ step: "cancelled", declarationId }),
});

/** Gives an import up, being read or read: nothing of it can be taken any more. The file itself stays in the store. */
export async function cancelImport(caller: Caller, raw: unknown) {
  const cancelled = await recordCancelling(caller, raw);
  if (cancelled.ok) stopReading(cancelled.value.id);
  return cancelled;
}
