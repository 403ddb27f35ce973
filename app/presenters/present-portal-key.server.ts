import type { PortalKey } from "~/domain/declaration/seal";
import { toPem } from "~/formats/cordon-json/sealed-file";

/** What anybody needs to check a seal of this portal. */
export function presentPortalKey({ keyId, publicKey }: Pick<PortalKey, "keyId" | "publicKey">) {
  return { algorithm: "Ed25519" as const, keyId, publicKey, pem: toPem(publicKey) };
}
