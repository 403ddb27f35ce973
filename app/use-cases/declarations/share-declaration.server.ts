import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { saveVisibility } from "~db/repositories/declaration-audience";
import { VISIBILITIES } from "~db/schema";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { useCase } from "../use-case.server";
import { findOwnDeclaration } from "./find-own-declaration.server";

/** Who may see a signed declaration from now on. What was already sent as an answer stays readable to its receiver. */
export const shareDeclaration = useCase({
  action: "declaration.share",
  input: z.strictObject({ declarationId: z.string().max(64), visibility: z.enum(VISIBILITIES, "required") }),
  async run({ db, actor, input, now, newId }) {
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    if (declaration.state !== "signed") return refuse({ code: "not-signed" as const });
    if (declaration.withdrawnAt !== null) return refuse({ code: "already-withdrawn" as const });
    const release = { supplierId: actor.organisationId, releaseId: declaration.releaseId };
    const before = await seenByHospitals(db, release);
    await saveVisibility(db, actor.organisationId, declaration.id, input.visibility);
    const after = await seenByHospitals(db, release);
    await reassessDeclarations({ db, now, newId, personId: null }, "declaration-shared", { before, after });
    return accept({ id: declaration.id });
  },
  audit: (input) => ({ visibility: input.visibility }),
});
