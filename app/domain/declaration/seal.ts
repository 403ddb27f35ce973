import { z } from "zod";
import { canonicalJson } from "../shared/canonical-json";
import { sha256Of } from "../shared/fingerprint";
import { type IsoDate, toIsoDate } from "../shared/iso-date";
import { lineOfText } from "../shared/text";
import type { DeclarationContent } from "./declaration";

export const SEAL_FORMAT = "cordon-seal-1";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Who signed what, when and with whose key: all of a seal that is itself sealed. */
export const SealHeadSchema = z.strictObject({
  format: z.literal(SEAL_FORMAT),
  declarationId: lineOfText(64),
  version: z.int().min(1).max(1_000_000),
  /** Whose rows the answers are given to. */
  catalogueVersion: lineOfText(64),
  signedBy: z.strictObject({ name: lineOfText(200), role: z.literal("signatory") }),
  signedAt: z.iso.datetime({ precision: 3 }).describe("UTC, to the millisecond."),
  algorithm: z.literal("Ed25519"),
  keyId: sha256.describe("SHA-256 of the 32 bytes of the public key."),
  publicKey: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .describe("The 32 bytes of RFC 8032 in base64."),
});
export type SealHead = z.output<typeof SealHeadSchema>;

export const SealSchema = SealHeadSchema.extend({
  sha256: sha256.describe(
    "Of the canonical JSON (RFC 8785) of the file without this member and `signature`.",
  ),
  signature: z
    .string()
    .regex(/^[A-Za-z0-9+/]{86}==$/)
    .describe("Ed25519 over the same bytes, in base64."),
});
export type Seal = z.output<typeof SealSchema>;

/** The portal's key as whoever seals sees it: the private half stays where it is. */
export type PortalKey = Pick<SealHead, "keyId" | "publicKey"> & {
  /** The 64 bytes of an Ed25519 signature. */
  sign(message: Uint8Array): Uint8Array;
};

/** Names as they were on the day. */
export type SealedNames = { supplier: string; product: string; release: string };

export type SealedStatement = SealedNames & { signedOn: IsoDate; seal: SealHead } & DeclarationContent;

export type SealedDeclaration = {
  /** Canonical JSON (RFC 8785) of a {@link SealedStatement}. */
  statement: string;
  /** SHA-256 of the statement, hexadecimal. */
  sha256: string;
  /** Ed25519 over the statement, base64. */
  signature: string;
};

type ToSeal = {
  names: SealedNames;
  content: DeclarationContent;
  declaration: Pick<SealHead, "declarationId" | "version" | "catalogueVersion">;
  signatory: string;
  signedAt: Date;
};

/** Seals what was signed: canonical JSON, SHA-256, Ed25519. The same input gives the same bytes, signature included. */
export function sealDeclaration(
  { names, content, declaration, signatory, signedAt }: ToSeal,
  { keyId, publicKey, sign }: PortalKey,
): SealedDeclaration {
  const value: SealedStatement = {
    ...names,
    signedOn: toIsoDate(signedAt),
    ...content,
    seal: {
      format: SEAL_FORMAT,
      ...declaration,
      signedBy: { name: signatory, role: "signatory" },
      signedAt: signedAt.toISOString(),
      algorithm: "Ed25519",
      keyId,
      publicKey,
    },
  };
  const statement = canonicalJson(value);
  const signature = toBase64(sign(new TextEncoder().encode(statement)));
  return { statement, sha256: sha256OfText(statement), signature };
}

/** Who is named in a seal and with which key. Throws where the statement is none: a hand in the database. */
export function headOfSeal({ statement }: Pick<SealedDeclaration, "statement">): SealHead {
  return z.object({ seal: SealHeadSchema }).parse(JSON.parse(statement)).seal;
}

/** SHA-256 of the UTF-8 bytes of a text, hexadecimal. */
export function sha256OfText(text: string): string {
  return sha256Of(new TextEncoder().encode(text));
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The bytes of base64 in the one form that {@link toBase64} writes; null for anything else. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}
