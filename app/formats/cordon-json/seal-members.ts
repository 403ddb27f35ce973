import { type PortalKey, sha256OfText, toBase64 } from "~/domain/declaration/seal";
import { canonicalJson } from "~/domain/shared/canonical-json";
import type { JsonValue } from "./scan-json";
import { toText } from "./sealed-file";

/**
 * A file with the portal's seal in it: canonical JSON, SHA-256, Ed25519, as declarations are sealed. The same input gives
 * the same bytes, signature included.
 */
export function sealMembers(
  members: Readonly<Record<string, JsonValue>>,
  head: Readonly<Record<string, JsonValue>>,
  { keyId, publicKey, sign }: PortalKey,
): string {
  const whole = { ...head, algorithm: "Ed25519", keyId, publicKey };
  const statement = canonicalJson({ ...members, seal: whole });
  const signature = toBase64(sign(new TextEncoder().encode(statement)));
  return toText({ ...members, seal: { ...whole, sha256: sha256OfText(statement), signature } });
}
