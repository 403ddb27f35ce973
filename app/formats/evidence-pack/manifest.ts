import { z } from "zod";
import { ALL_MEDIA_TYPES } from "~/domain/files/media-type";
import { lineOfText } from "~/domain/shared/text";

export const PACK_FORMAT = "cordon-evidence-pack-2";

/** What lies in a pack under which name. The PDF is for people; the proof is in the others. */
export const PACK_FILES = {
  manifest: "manifest.json",
  readMe: "read-me.txt",
  /** Of one decision. */
  document: "decision.pdf",
  decision: "decision.json",
  assessment: "assessment.json",
  declaration: "declaration.json",
  audit: "audit.json",
  /** What the hospital attached itself, to conditions and measures. */
  attached: "attached-files.json",
  /** Of a zone, a supplier or a period, which have any number of decisions. */
  report: "report.pdf",
  contents: "contents.json",
  decisions: "decisions.json",
} as const;

/** Where the parts of many decisions lie; what several rest on is there once. */
export const PACK_FOLDERS = {
  assessments: "assessments/",
  profiles: "profiles/",
  declarations: "declarations/",
  sealed: "sealed/",
  /** By digest: the same bytes are there once. */
  attached: "attached-files/",
} as const;

/** So much of what was attached goes into one pack; the rest is listed with its digest. Who checks a pack holds it in memory. */
export const MOST_ATTACHED = { bytes: 50_000_000, files: 1_000, listed: 20_000 } as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a pack is about. `from` and `to` are days, both of them included, in UTC. */
export const PackSubjectSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("decision"), decisionId: lineOfText(64) }),
  z.strictObject({
    kind: z.literal("zone"),
    modelId: lineOfText(64),
    zoneId: lineOfText(64),
    name: lineOfText(500),
  }),
  z.strictObject({ kind: z.literal("supplier"), supplierId: lineOfText(64), name: lineOfText(500) }),
  z.strictObject({ kind: z.literal("period"), from: z.iso.date(), to: z.iso.date() }),
]);
export type PackSubject = z.output<typeof PackSubjectSchema>;
export type PackKind = PackSubject["kind"];

const statement = z.strictObject({
  hospital: lineOfText(200),
  madeBy: lineOfText(200),
  madeAt: z.iso.datetime({ precision: 3 }),
  files: z
    .array(z.strictObject({ name: lineOfText(200), bytes: z.int().min(0), sha256 }))
    .min(1)
    .max(12_000),
  algorithm: z.literal("Ed25519"),
  keyId: sha256,
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});

const signed = {
  /** Of the canonical JSON (RFC 8785) of the manifest without this member and `signature`. */
  sha256,
  /** Ed25519 over the same bytes, in base64. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
};

/** What the portal's key signs: which files there are, and what is in them by their hash. */
export const PackStatementSchema = statement.extend({
  format: z.literal(PACK_FORMAT),
  subject: PackSubjectSchema,
});
export type PackStatement = z.output<typeof PackStatementSchema>;

/** Packs of one decision that were made before there were others: they lie in archives, and are never refused. */
const FirstManifestSchema = statement.extend({
  format: z.literal("cordon-evidence-pack-1"),
  decisionId: lineOfText(64),
  ...signed,
});

export const ManifestSchema = z.discriminatedUnion("format", [
  PackStatementSchema.extend(signed),
  FirstManifestSchema,
]);
export type Manifest = z.output<typeof ManifestSchema>;

/** What a pack is about, whichever form its manifest has. */
export function subjectOf(manifest: Manifest): PackSubject {
  return manifest.format === PACK_FORMAT
    ? manifest.subject
    : { kind: "decision", decisionId: manifest.decisionId };
}

/** `decision.json` as far as it is checked; everything else in it is there to be read. */
export const PackedDecisionSchema = z.looseObject({ fingerprint: sha256 });

/** `decisions.json` as far as it is checked: which files each decision rests on. */
export const PackedDecisionsSchema = z.array(
  z.looseObject({
    id: z.string(),
    fingerprint: sha256,
    assessment: z.string(),
    profile: z.string(),
    declaration: z.string(),
    sealed: z.string().nullable(),
  }),
);
export type PackedDecisions = z.output<typeof PackedDecisionsSchema>;

/** `audit.json`: entries about the subject, each with the hash of the entry before it in the portal's trail. */
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

const id = lineOfText(64);

/** What a file was attached to. `logged`: the subject of the entry of the audit trail that names its digest. */
const AttachedToSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("condition"), decisionId: id, conditionId: id, logged: id }),
  z.strictObject({
    kind: z.literal("measure"),
    measureId: id,
    /** null for what is written down once for the whole hospital. */
    place: z.strictObject({ modelId: id, zoneId: id }).nullable(),
    logged: id,
  }),
]);

/** Why a file is listed and not there: no room in one pack, taken back, or gone from the store. */
export const ATTACHED_LEFT_OUT = ["pack-full", "taken-back", "missing"] as const;

/** `attached-files.json`: everything that was attached, whether or not its bytes are in the pack. */
export const PackedAttachedSchema = z.array(
  z.strictObject({
    to: AttachedToSchema,
    name: lineOfText(200),
    mediaType: z.enum(ALL_MEDIA_TYPES),
    bytes: z.int().min(0),
    sha256,
    attachedBy: lineOfText(200),
    attachedAt: z.iso.datetime({ precision: 3 }),
    takenBack: z
      .strictObject({ by: lineOfText(200), at: z.iso.datetime({ precision: 3 }), note: z.string() })
      .nullable(),
    /** Its name in the pack; null where `leftOut` says why it is not there. */
    file: lineOfText(200).nullable(),
    leftOut: z.enum(ATTACHED_LEFT_OUT).nullable(),
  }),
);
export type PackedAttached = z.output<typeof PackedAttachedSchema>;
