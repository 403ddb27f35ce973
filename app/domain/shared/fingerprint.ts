import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json";

/** SHA-256 in hexadecimal over the canonical JSON (RFC 8785) of `value`: equal content, equal fingerprint. */
export function fingerprintOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** The fingerprint of canonical JSON that comes in pieces; `end` gives it. */
export function openFingerprint(): { add(piece: string): void; end(): string } {
  const hash = sha256.create();
  return {
    add(piece) {
      hash.update(utf8ToBytes(piece));
    },
    end: () => bytesToHex(hash.digest()),
  };
}

/** SHA-256 in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
