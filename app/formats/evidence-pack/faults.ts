import { type FrozenInput, type Replay, replay, type Versions } from "~/domain/assessment/replay";
import { completeFrozen } from "~/domain/assessment/stored-forms";
import {
  StoredAssessmentSchema,
  StoredContentSchema,
  StoredProfileSchema,
} from "~/domain/assessment/stored-schemas";
import { hashOfEntry } from "~/domain/audit/entry-hash";
import { completeContent, type DeclarationContent } from "~/domain/declaration/declaration";
import { fromBase64, sha256OfText } from "~/domain/declaration/seal";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { sha256Of } from "~/domain/shared/fingerprint";
import { isObject } from "../cordon-json/check-value";
import { readJsonFile } from "../cordon-json/read-file";
import type { JsonValue } from "../cordon-json/scan-json";
import { faultsOfSeal, readSealedFile, type VerifySignature } from "../cordon-json/sealed-file";
import { PACK_FILES, PackedAuditSchema, PackedDecisionSchema } from "./manifest";
import type { EvidencePack } from "./read";

/** Why a pack does not prove what it says; `detail` names the file, or the number of an entry of the audit trail. */
export type PackFault = {
  code: /** What is signed was changed, or was never signed with the key beside it. */
    | "manifest-changed"
    | "key-id-wrong"
    /** Signed with another key than the one the reader trusts. */
    | "other-key"
    | "file-missing"
    | "file-changed"
    | "file-unlisted"
    | "file-unreadable"
    /** The decision names another fingerprint than the assessment has. */
    | "decision-on-another"
    /** Worked out again, something else comes out. */
    | "assessment-differs"
    /** The supplier's signed file is not what the portal sealed. */
    | "declaration-seal"
    /** What was judged is not what the supplier signed. */
    | "declaration-differs"
    | "audit-entry-changed";
  detail: string;
};

export type PackFindings = {
  faults: ReadonlyArray<PackFault>;
  /** Null where the assessment cannot be read. */
  replay: Replay | null;
  /** How many entries of the audit trail were checked; whether there is a sealed declaration. */
  auditEntries: number;
  isDeclarationSealed: boolean;
};

/**
 * Holds everything in a pack against everything else: the signature over the list of files, each file against its hash,
 * the decision against the assessment, the assessment worked out again by the rules of this build, the supplier's seal,
 * and each entry of the audit trail against its hash. Pure but for the signature check that is handed in.
 */
export function faultsOfPack(
  pack: EvidencePack,
  {
    verify,
    trustedKey,
    versions,
  }: { verify: VerifySignature; trustedKey: string | null; versions: Versions },
): PackFindings {
  const frozen = frozenIn(pack);
  const replayed = frozen && replayOf(frozen, versions);
  const sealed = pack.files.get(PACK_FILES.declaration);
  const audit = auditIn(pack);
  return {
    faults: [
      ...faultsOfManifest(pack, verify, trustedKey),
      ...faultsOfFiles(pack),
      ...(frozen ? faultsOfDecision(pack, frozen) : [fault("file-unreadable", PACK_FILES.assessment)]),
      ...(frozen && replayed === null ? [fault("file-unreadable", PACK_FILES.assessment)] : []),
      ...(replayed?.state === "disagrees" ? [fault("assessment-differs", replayed.differs.join(", "))] : []),
      ...(sealed ? faultsOfDeclaration(sealed, frozen, verify, trustedKey) : []),
      ...audit.faults,
    ],
    replay: replayed,
    auditEntries: audit.count,
    isDeclarationSealed: sealed !== undefined,
  };
}

function fault(code: PackFault["code"], detail: string): PackFault {
  return { code, detail };
}

function faultsOfManifest(
  { manifest }: EvidencePack,
  verify: VerifySignature,
  trustedKey: string | null,
): ReadonlyArray<PackFault> {
  const { sha256, signature: written, ...statement } = manifest;
  const signed = canonicalJson(statement);
  const publicKey = fromBase64(manifest.publicKey);
  const signature = fromBase64(written);
  const message = new TextEncoder().encode(signed);
  const isSigned =
    sha256OfText(signed) === sha256 &&
    publicKey !== null &&
    signature !== null &&
    verify({ publicKey, message, signature });
  return [
    ...(isSigned ? [] : [fault("manifest-changed", PACK_FILES.manifest)]),
    ...(publicKey !== null && sha256Of(publicKey) === manifest.keyId
      ? []
      : [fault("key-id-wrong", manifest.keyId)]),
    ...(trustedKey === null || trustedKey === manifest.publicKey ? [] : [fault("other-key", manifest.keyId)]),
  ];
}

function faultsOfFiles({ manifest, files }: EvidencePack): ReadonlyArray<PackFault> {
  const listed = new Set(manifest.files.map(({ name }) => name));
  return [
    ...manifest.files.flatMap(({ name, bytes, sha256 }) => {
      const found = files.get(name);
      if (!found) return [fault("file-missing", name)];
      return found.length === bytes && sha256Of(found) === sha256 ? [] : [fault("file-changed", name)];
    }),
    ...[...files.keys()].filter((name) => !listed.has(name)).map((name) => fault("file-unlisted", name)),
  ];
}

function jsonOf({ files }: EvidencePack, name: string): JsonValue | undefined {
  const bytes = files.get(name);
  const read = bytes && readJsonFile(bytes);
  return read?.ok ? read.value : undefined;
}

function frozenIn(pack: EvidencePack): FrozenInput | null {
  const value = jsonOf(pack, PACK_FILES.assessment);
  if (value === undefined || !isObject(value)) return null;
  const { asOf, fingerprint, profile, declaration, result } = value;
  const isOne =
    typeof asOf === "string" &&
    typeof fingerprint === "string" &&
    StoredProfileSchema.safeParse(profile).success &&
    StoredContentSchema.safeParse(declaration).success &&
    StoredAssessmentSchema.safeParse(result).success;
  // Checked just now, as far as the portal checks what it has kept itself.
  return isOne ? completeFrozen(value as unknown as FrozenInput) : null;
}

/** Null where a file of strangers has the right shape and still makes no sense. */
function replayOf(frozen: FrozenInput, versions: Versions): Replay | null {
  try {
    return replay(frozen, versions);
  } catch {
    return null;
  }
}

function faultsOfDecision(pack: EvidencePack, frozen: FrozenInput): ReadonlyArray<PackFault> {
  const decision = PackedDecisionSchema.safeParse(jsonOf(pack, PACK_FILES.decision));
  if (!decision.success) return [fault("file-unreadable", PACK_FILES.decision)];
  const isSame =
    decision.data.fingerprint === frozen.fingerprint && frozen.fingerprint === frozen.result.fingerprint;
  return isSame ? [] : [fault("decision-on-another", decision.data.fingerprint)];
}

function faultsOfDeclaration(
  bytes: Uint8Array,
  frozen: FrozenInput | null,
  verify: VerifySignature,
  trustedKey: string | null,
): ReadonlyArray<PackFault> {
  const sealed = readSealedFile(bytes);
  if (!sealed.ok) return [fault("file-unreadable", PACK_FILES.declaration)];
  const [first] = faultsOfSeal(sealed.value, verify, trustedKey);
  if (first !== undefined) return [fault("declaration-seal", first)];
  const { supplier, product, release, signedOn, seal, ...content } = JSON.parse(sealed.value.statement);
  // Sealed by the portal, as was just shown: a content of ours.
  const signed = completeContent(content as DeclarationContent);
  return frozen && canonicalJson(signed) !== canonicalJson(frozen.declaration)
    ? [fault("declaration-differs", PACK_FILES.declaration)]
    : [];
}

function auditIn(pack: EvidencePack): { faults: ReadonlyArray<PackFault>; count: number } {
  const parsed = PackedAuditSchema.safeParse(jsonOf(pack, PACK_FILES.audit));
  if (!parsed.success) return { faults: [fault("file-unreadable", PACK_FILES.audit)], count: 0 };
  const changed = parsed.data.filter(({ hash, previous, ...entry }) => hashOfEntry(entry, previous) !== hash);
  return {
    faults: changed.map(({ sequence }) => fault("audit-entry-changed", String(sequence))),
    count: parsed.data.length,
  };
}
