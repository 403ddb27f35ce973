import { z } from "zod";
import { lineOfText } from "../shared/text";

export const ZONE_SEAL_FORMAT = "cordon-zone-seal-1";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** When and with whose key a zone file was sealed. Nothing of the hospital: the file is of a zone class. */
export const ZoneSealHeadSchema = z.strictObject({
  format: z.literal(ZONE_SEAL_FORMAT),
  /** Whose rows are asked. */
  catalogueVersion: lineOfText(64),
  sealedAt: z.iso.datetime({ precision: 3 }).describe("UTC, to the millisecond."),
  algorithm: z.literal("Ed25519"),
  keyId: sha256.describe("SHA-256 of the 32 bytes of the public key."),
  publicKey: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .describe("The 32 bytes of RFC 8032 in base64."),
});
export type ZoneSealHead = z.output<typeof ZoneSealHeadSchema>;

export const ZoneSealSchema = ZoneSealHeadSchema.extend({
  sha256: sha256.describe(
    "Of the canonical JSON (RFC 8785) of the file without this member and `signature`.",
  ),
  signature: z
    .string()
    .regex(/^[A-Za-z0-9+/]{86}==$/)
    .describe("Ed25519 over the same bytes, in base64."),
});
export type ZoneSeal = z.output<typeof ZoneSealSchema>;
