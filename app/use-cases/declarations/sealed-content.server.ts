import { fingerprintOf } from "~/domain/shared/fingerprint";
import type { Declaration } from "~db/repositories/declarations";

type Sealed = Pick<Declaration, "organisationId" | "id" | "releaseId" | "version" | "content"> & {
  signedBy: string;
  signedAt: Date;
};

/** SHA-256 over what was signed, by whom and when. Anyone who has the row can compute it again. */
export function sealOf({
  organisationId,
  id,
  releaseId,
  version,
  content,
  signedBy,
  signedAt,
}: Sealed): string {
  return fingerprintOf({
    supplierId: organisationId,
    declarationId: id,
    releaseId,
    version,
    content,
    signedBy,
    signedAt: signedAt.toISOString(),
  });
}
