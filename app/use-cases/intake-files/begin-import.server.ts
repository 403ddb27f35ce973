import { z } from "zod";
import { ImportPlanSchema } from "~/domain/declaration/import-plan";
import { FILE_REFUSALS } from "~/domain/declaration/import-words";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { MAX_INTAKE_BYTES } from "~/intake/limits";
import { refusalOf } from "~/intake/look";
import { readInProcess } from "~/intake/read-in-process.server";
import { moveImport, saveNewImport } from "~db/repositories/file-imports";
import { findFile } from "~db/repositories/files";
import { findOwnDeclaration } from "../declarations/find-own-declaration.server";
import { requirePermission, useCase } from "../use-case.server";
import { prepareOrder, type ReadingCaller } from "./prepare-order.server";
import { admitReading, inTurn } from "./readings.server";

type Begun = { id: string; declarationId: string; file: { sha256: string; name: string } };
type BeginRefusal = { code: "not-a-draft" | "too-large" };

const recordImport = useCase({
  action: "declaration.import",
  input: z.strictObject({
    declarationId: z.string().max(64),
    /** Of a file in the supplier's store. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "required"),
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<Begun, BeginRefusal>> {
    const { organisationId, personId } = actor;
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
    const file = await findFile(db, organisationId, input.sha256);
    if (!file) throw new AppError("not-found", "there is no such file");
    if (file.bytes > MAX_INTAKE_BYTES) return refuse({ code: "too-large" });
    const { sha256, name, bytes } = file;
    const id = newId();
    await saveNewImport(db, {
      ...{ organisationId, id, declarationId: declaration.id, sha256, name, bytes },
      ...{ createdBy: personId, createdAt: now },
    });
    return accept({ id, declarationId: declaration.id, file: { sha256, name } });
  },
  audit: ({ declarationId, sha256 }) => ({ step: "began", declarationId, sha256 }),
});

const recordReading = useCase({
  action: "declaration.import",
  input: z.strictObject({
    importId: z.string(),
    plan: ImportPlanSchema.nullable(),
    refusal: z
      .strictObject({ code: z.enum(FILE_REFUSALS), place: z.unknown(), detail: z.string() })
      .nullable(),
  }),
  async run({ db, actor, input }): Promise<Result<{ id: string }, { code: "not-being-read" }>> {
    const { importId: id, plan, refusal } = input;
    const to = plan ? { state: "ready" as const, plan } : { state: "refused" as const, refusal };
    const isMoved = await moveImport(db, actor.organisationId, { id, from: "reading", to });
    return isMoved ? accept({ id }) : refuse({ code: "not-being-read" });
  },
  audit: ({ plan, refusal }) => ({
    step: plan ? "read" : "refused",
    ...(plan
      ? { kind: plan.kind, entries: plan.entries.length, ...(plan.seal ? { seal: plan.seal.standing } : {}) }
      : { code: refusal?.code }),
  }),
});

/**
 * Begins to read a stored file for a draft. Answers at once with the id of the import; what the file would set is there
 * when `finished` settles, and nothing of it is taken by itself. `finished` never rejects.
 */
export async function beginImport(caller: ReadingCaller, raw: unknown, read = readInProcess) {
  requirePermission(caller.actor, "declaration.import");
  admitReading(caller.actor.organisationId);
  const begun = await recordImport(caller, raw);
  if (!begun.ok) return begun;
  const { id, ...asked } = begun.value;
  const { organisationId } = caller.actor;
  const finished = inTurn({ id, organisationId }, async (at) => {
    const order = await prepareOrder(caller, asked);
    return "code" in order ? refuse(order) : read(order, at);
  })
    // Of an import that was cancelled nothing is recorded any more; everything else has gone wrong here.
    .catch(() => refuse(refusalOf("could-not-be-read")))
    .then((outcome) => finish(caller, id, outcome))
    .catch(() => undefined);
  return accept({ id, finished });
}

type Outcome = Awaited<ReturnType<typeof readInProcess>>;

/** Refused where the import was cancelled meanwhile: there is nothing left to say. */
async function finish(caller: ReadingCaller, importId: string, outcome: Outcome): Promise<void> {
  await recordReading(caller, {
    importId,
    plan: outcome.ok ? outcome.value : null,
    refusal: outcome.ok ? null : outcome.refusal,
  });
}
