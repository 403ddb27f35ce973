import type { Versions } from "~/domain/assessment/replay";
import { fromBase64, sha256OfText } from "~/domain/declaration/seal";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { sha256Of } from "~/domain/shared/fingerprint";
import type { VerifySignature } from "../cordon-json/sealed-file";
import { type AttachedFindings, attachedIn } from "./attached";
import { type AuditFindings, auditIn } from "./audit";
import { fault, type PackFault } from "./fault";
import { type Judged, judgedIn } from "./judged";
import { PACK_FILES } from "./manifest";
import type { EvidencePack } from "./read";
import { openSeals } from "./seals";

export type PackFindings = {
  faults: ReadonlyArray<PackFault>;
  /** The decisions in it, in the order of the pack. */
  judged: ReadonlyArray<Judged>;
  /** So many files of suppliers' signed declarations were checked. */
  seals: number;
  attached: AttachedFindings;
  audit: AuditFindings;
};

/**
 * Holds everything in a pack against everything else: the signature over the list of files, each file against its hash,
 * every decision against its assessment, the assessment worked out again by the rules of this build, the suppliers'
 * seals, files that the hospital attached, and the entries of the audit trail against their hashes and each other. Pure but for the signature check that
 * is handed in.
 */
export function faultsOfPack(
  pack: EvidencePack,
  {
    verify,
    trustedKey,
    versions,
  }: { verify: VerifySignature; trustedKey: string | null; versions: Versions },
): PackFindings {
  const seals = openSeals(pack, verify, trustedKey);
  const judged = judgedIn(pack, seals, versions);
  const attached = attachedIn(pack);
  const audit = auditIn(pack);
  return {
    faults: [
      ...faultsOfManifest(pack, verify, trustedKey),
      ...faultsOfFiles(pack),
      ...judged.faults,
      ...seals.faults(),
      ...attached.faults,
      ...audit.faults,
    ],
    judged: judged.judged,
    seals: seals.count,
    attached: attached.findings,
    audit: audit.findings,
  };
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
