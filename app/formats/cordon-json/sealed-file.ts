import {
  fromBase64,
  type Seal,
  type SealedDeclaration,
  type SealedNames,
  SealSchema,
  sha256OfText,
} from "~/domain/declaration/seal";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { sha256Of } from "~/domain/shared/fingerprint";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { checkValue, errorsOf, type FileResult, isObject, memberOf } from "./check-value";
import { readJsonFile } from "./read-file";
import type { JsonValue } from "./scan-json";

/** Why a sealed file is not what the portal sealed. */
export type SealFault =
  /** The hash in the file is not that of its content. */
  | "hash-differs"
  /** The signature is not that of the key in the file over the content. */
  | "signature-wrong"
  /** The id of the key is not that of the key beside it. */
  | "key-id-wrong"
  /** What is sealed is untouched, but the file is not written as the portal writes it: white space, order, spelling. */
  | "rewritten"
  /** The file names another key than the one the reader trusts. */
  | "other-key";

export type SealedFile = {
  seal: Seal;
  names: SealedNames;
  /** Canonical JSON of the file without hash and signature. */
  statement: string;
  /** Byte for byte as Cordon writes it. */
  isAsWritten: boolean;
};

/** What is held against a seal, of whatever kind of file. */
export type SealedParts = Pick<SealedFile, "statement" | "isAsWritten"> & {
  seal: Pick<Seal, "publicKey" | "signature" | "sha256" | "keyId">;
};

/** The only thing this room cannot do itself: Ed25519 (RFC 8032) with the 32 bytes of a public key. */
export type VerifySignature = (parts: {
  publicKey: Uint8Array;
  message: Uint8Array;
  signature: Uint8Array;
}) => boolean;

/** A sealed declaration as a file: what was sealed with hash and signature put in, members in order, two spaces deep. */
export function writeSealedFile({ statement, sha256, signature }: SealedDeclaration): string {
  const value: JsonValue = JSON.parse(statement);
  if (!isObject(value) || !isObject(value.seal)) throw new TypeError("a statement has its seal in it");
  return toText({ ...value, seal: { ...value.seal, sha256, signature } });
}

/** Reads the seal of a declaration file. Refused where the file is no JSON or has no seal of ours in it. */
export function readSealedFile(bytes: Uint8Array): FileResult<SealedFile> {
  const read = readJsonFile(bytes);
  if (!read.ok) return read;
  const seal = checkValue(SealSchema, memberOf(read.value, "seal"), "/seal");
  if (!seal.ok) return seal;
  const nameOf = (name: keyof SealedNames) =>
    checkValue(lineOfText(), memberOf(read.value, name), `/${name}`);
  const [supplier, product, release] = [nameOf("supplier"), nameOf("product"), nameOf("release")];
  if (!supplier.ok || !product.ok || !release.ok)
    return refuse(errorsOf(read.value, supplier, product, release));
  const names = { supplier: supplier.value, product: product.value, release: release.value };
  return accept({ seal: seal.value, names, ...sealedPartsOf(read.value, bytes) });
}

/** What the seal in a file was made over, and whether the file is written as Cordon writes it. */
export function sealedPartsOf(
  value: JsonValue,
  bytes: Uint8Array,
): Pick<SealedFile, "statement" | "isAsWritten"> {
  const { sha256: _hash, signature: _signature, ...head } = sealIn(value);
  const statement = canonicalJson({ ...toMembers(value), seal: head });
  return { statement, isAsWritten: isSameText(toText(value), bytes) };
}

/**
 * Whether a file says what was sealed. With the reader's own copy of the portal's key this shows who sealed it; without,
 * only that nothing was changed since somebody with the key in the file sealed it.
 */
export function faultsOfSeal(
  { seal, statement, isAsWritten }: SealedParts,
  verify: VerifySignature,
  trustedKey: string | null,
): ReadonlyArray<SealFault> {
  const publicKey = fromBase64(seal.publicKey);
  const signature = fromBase64(seal.signature);
  const message = new TextEncoder().encode(statement);
  const isSigned = publicKey !== null && signature !== null && verify({ publicKey, message, signature });
  const faults: ReadonlyArray<[SealFault, boolean]> = [
    ["hash-differs", sha256OfText(statement) !== seal.sha256],
    ["signature-wrong", !isSigned],
    ["key-id-wrong", publicKey === null || sha256Of(publicKey) !== seal.keyId],
    ["rewritten", !isAsWritten],
    ["other-key", trustedKey !== null && trustedKey !== seal.publicKey],
  ];
  return faults.filter(([, isThere]) => isThere).map(([fault]) => fault);
}

/** What stands before the 32 bytes in the SubjectPublicKeyInfo of an Ed25519 key (RFC 8410). */
const SPKI_HEAD = "302a300506032b6570032100";

/** The public key of a portal as it gives it away: its JSON, a PEM block or the 43 letters of base64. */
export function readPublicKey(text: string): Result<string, { code: "no-public-key" }> {
  const trimmed = text.trim();
  const pem = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/.exec(trimmed);
  if (pem) return toRawKey((pem[1] ?? "").replace(/\s/g, ""));
  const read = trimmed.startsWith("{") ? readJsonFile(trimmed) : null;
  const key = read === null ? trimmed : read.ok ? memberOf(read.value, "publicKey") : null;
  const isKey = typeof key === "string" && fromBase64(key)?.length === 32;
  return isKey ? accept(key) : refuse({ code: "no-public-key" });
}

/** As PEM, for other programs. */
export function toPem(publicKey: string): string {
  const spki = btoa(fromHex(SPKI_HEAD) + atob(publicKey));
  return `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`;
}

function toRawKey(spki: string): Result<string, { code: "no-public-key" }> {
  const head = fromHex(SPKI_HEAD);
  if (fromBase64(spki)?.length !== head.length + 32 || !atob(spki).startsWith(head))
    return refuse({ code: "no-public-key" });
  return accept(btoa(atob(spki).slice(head.length)));
}

function fromHex(hex: string): string {
  return hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

function toMembers(value: JsonValue): Readonly<Record<string, JsonValue>> {
  return isObject(value) ? value : {};
}

function sealIn(value: JsonValue): Readonly<Record<string, JsonValue>> {
  return toMembers(memberOf(value, "seal") ?? null);
}

/** One form for one value: what is not in it was not written by Cordon. */
export function toText(value: JsonValue): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
}

function isSameText(text: string, bytes: Uint8Array): boolean {
  const expected = new TextEncoder().encode(text);
  return expected.length === bytes.length && expected.every((byte, place) => byte === bytes[place]);
}
