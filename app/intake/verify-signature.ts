import { createPublicKey, verify } from "node:crypto";
import type { VerifySignature } from "~/formats/cordon-json/sealed-file";

/** Ed25519 (RFC 8032) by Node's OpenSSL. False for what is no key and no signature at all. */
export const verifyEd25519: VerifySignature = ({ publicKey, message, signature }) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey).toString("base64url") };
  return verify(null, message, createPublicKey({ key, format: "jwk" }), signature);
};
