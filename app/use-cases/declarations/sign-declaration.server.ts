import { z } from "zod";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { type SignRefusal, signDeclaration as toSigned } from "~/domain/declaration/lifecycle";
import type { PortalKey } from "~/domain/declaration/seal";
import { toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { saveNewSeal } from "~db/repositories/declaration-seals";
import { saveSignature } from "~db/repositories/declarations";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { useCase } from "../use-case.server";
import { findOwnDeclaration } from "./find-own-declaration.server";
import { CATALOGUE } from "./masked-catalogue.server";
import { type SealingCaller, sealOfDeclaration } from "./seal-of-declaration.server";

type Sealed = { id: string; fingerprint: string; keyId: string };

const SignInput = z.strictObject({
  declarationId: z.string().max(64),
  /** The save version of the summary that was read. */
  saveVersion: z.coerce.number().int(),
  visibility: z.enum(["requesting-hospitals", "all-hospitals"], "required"),
  confirmed: z.literal("on", "required"),
});

/**
 * Freezes and seals a draft. Whoever signs has seen it: a draft that was changed after the summary is refused. Hospitals
 * that see it from now on assess their zones anew, in lists of their own.
 */
export async function signDeclaration({ key, ...caller }: SealingCaller, raw: unknown) {
  return signWith(key)(caller, raw);
}

const signWith = (key: PortalKey) =>
  useCase({
    action: "declaration.sign",
    input: SignInput,
    async run({
      db,
      actor,
      input,
      now,
      newId,
    }): Promise<Result<Sealed, SignRefusal | { code: "draft-changed" }>> {
      const declaration = await findOwnDeclaration(db, actor, input.declarationId);
      const signed = toSigned(declaration, { asOf: toIsoDate(now), requirements: COMPONENT_REQUIREMENTS });
      if (!signed.ok) return signed;
      const { id, saveVersion } = declaration;
      if (saveVersion !== input.saveVersion) return refuse({ code: "draft-changed" });
      const { content } = signed.value;
      const signature = { signedBy: actor.personId, signedAt: now };
      const sealed = await sealOfDeclaration(db, { ...declaration, content, ...signature }, key);
      const fingerprint = sealed.sha256;
      const release = { supplierId: actor.organisationId, releaseId: declaration.releaseId };
      const before = await seenByHospitals(db, release);
      const isSaved = await saveSignature(
        db,
        actor.organisationId,
        { id, content, saveVersion, visibility: input.visibility, ...signature, fingerprint },
        CATALOGUE,
      );
      if (!isSaved) return refuse({ code: "draft-changed" });
      await saveNewSeal(db, { organisationId: actor.organisationId, declarationId: id }, sealed);
      const after = await seenByHospitals(db, release);
      await reassessDeclarations({ db, now, newId, personId: null }, "declaration-signed", { before, after });
      return accept({ id, fingerprint, keyId: key.keyId });
    },
    audit: (input, value) => ({
      visibility: input.visibility,
      fingerprint: value.fingerprint,
      keyId: value.keyId,
    }),
  });
