import { z } from "zod";
import { lineOfText } from "~/domain/shared/text";

export const PACK_FORMAT = "cordon-evidence-pack-1";

/** What lies in a pack under which name. The PDF is for people; the proof is in the others. */
export const PACK_FILES = {
  manifest: "manifest.json",
  readMe: "read-me.txt",
  document: "decision.pdf",
  decision: "decision.json",
  assessment: "assessment.json",
  declaration: "declaration.json",
  audit: "audit.json",
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the portal's key signs: which files there are, and what is in them by their hash. */
export const PackStatementSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  hospital: lineOfText(200),
  decisionId: lineOfText(64),
  madeBy: lineOfText(200),
  madeAt: z.iso.datetime({ precision: 3 }),
  files: z
    .array(z.strictObject({ name: lineOfText(200), bytes: z.int().min(0), sha256 }))
    .min(1)
    .max(200),
  algorithm: z.literal("Ed25519"),
  keyId: sha256,
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});
export type PackStatement = z.output<typeof PackStatementSchema>;

export const ManifestSchema = PackStatementSchema.extend({
  /** Of the canonical JSON (RFC 8785) of the manifest without this member and `signature`. */
  sha256,
  /** Ed25519 over the same bytes, in base64. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
export type Manifest = z.output<typeof ManifestSchema>;

/** `decision.json` as far as it is checked; everything else in it is there to be read. */
export const PackedDecisionSchema = z.looseObject({ fingerprint: sha256 });

/** `audit.json`: entries about the decision, each with the hash of the entry before it in the portal's trail. */
export const PackedAuditSchema = z.array(
  z.strictObject({
    sequence: z.int().min(1),
    at: z.iso.datetime({ precision: 3 }),
    action: lineOfText(200),
    personId: z.string().nullable(),
    organisationId: z.string().nullable(),
    subjectId: z.string(),
    details: z.record(z.string(), z.unknown()),
    previous: sha256,
    hash: sha256,
  }),
);
export type PackedAudit = z.output<typeof PackedAuditSchema>;
