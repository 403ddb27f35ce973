import { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { saveWithdrawal } from "~db/repositories/declaration-audience";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { useCase } from "../use-case.server";
import { findOwnDeclaration } from "./find-own-declaration.server";

type Withdrawn = { id: string; withdrawnIds: ReadonlyArray<string> };

/**
 * Takes a signed declaration out of use with every earlier version of its release: hospitals can judge and decide on none
 * of them any more. What was decided on stays readable to who decided. There is no way back but a new version.
 */
export const withdrawDeclaration = useCase({
  action: "declaration.withdraw",
  input: z.strictObject({
    declarationId: z.string().max(64),
    /** Hospitals that had it as an answer read it. */
    reason: textBlock(2000).min(1, "required"),
  }),
  async run({
    db,
    actor,
    input,
    now,
    newId,
  }): Promise<Result<Withdrawn, { code: "not-signed" | "already-withdrawn" }>> {
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    if (declaration.state !== "signed") return refuse({ code: "not-signed" });
    if (declaration.withdrawnAt !== null) return refuse({ code: "already-withdrawn" });
    const release = { supplierId: actor.organisationId, releaseId: declaration.releaseId };
    const before = await seenByHospitals(db, release);
    const withdrawal = { withdrawnAt: now, withdrawalReason: input.reason };
    const withdrawnIds = await saveWithdrawal(db, actor.organisationId, declaration, withdrawal);
    const after = await seenByHospitals(db, release);
    await reassessDeclarations({ db, now, newId, personId: null }, "declaration-shared", { before, after });
    return accept({ id: declaration.id, withdrawnIds });
  },
  audit: (_input, { withdrawnIds }) => ({ withdrawnIds }),
});
