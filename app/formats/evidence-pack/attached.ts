import { sha256Of } from "~/domain/shared/fingerprint";
import { fault, type PackFault } from "./fault";
import { jsonOf } from "./json-of";
import { PACK_FILES, type PackedAttached, PackedAttachedSchema, PackedAuditSchema } from "./manifest";
import type { EvidencePack } from "./read";

/** `leftOut`: so many are listed with their digest alone; `logged`: so many digests stand in the audit trail of the pack. */
export type AttachedFindings = { files: number; leftOut: number; logged: number };

const NOTHING: AttachedFindings = { files: 0, leftOut: 0, logged: 0 };

/** Entries that name digests of what was attached. */
const NAMING = ["condition.complete", "measure.attach"];

/** Files that the hospital attached, against the list of them, and the list against the audit trail. */
export function attachedIn(pack: EvidencePack): {
  faults: ReadonlyArray<PackFault>;
  findings: AttachedFindings;
} {
  // Packs from before there were such files have no list.
  if (!pack.files.has(PACK_FILES.attached)) return { faults: [], findings: NOTHING };
  const listed = PackedAttachedSchema.safeParse(jsonOf(pack, PACK_FILES.attached));
  if (!listed.success) return { faults: [fault("file-unreadable", PACK_FILES.attached)], findings: NOTHING };
  const named = namedIn(pack);
  const unlike = listed.data.filter(({ to, sha256 }) => named.get(to.logged)?.has(sha256) === false);
  return {
    faults: [
      ...faultsOfFiles(pack, listed.data),
      ...unlike.map(({ name, sha256 }) => fault("attached-not-logged", `${name} ${sha256}`)),
    ],
    findings: {
      files: new Set(listed.data.flatMap(({ file }) => file ?? [])).size,
      leftOut: listed.data.filter(({ file }) => file === null).length,
      logged: listed.data.filter(({ to, sha256 }) => named.get(to.logged)?.has(sha256)).length,
    },
  };
}

/** Several may stand for the same file, which is looked at once. */
function faultsOfFiles({ files }: EvidencePack, listed: PackedAttached): ReadonlyArray<PackFault> {
  const digests = new Map<string, { bytes: number; sha256: string }>();
  return listed.flatMap(({ file, bytes, sha256 }) => {
    if (file === null) return [];
    const found = files.get(file);
    if (!found) return [fault("file-missing", file)];
    const digest = digests.get(file) ?? { bytes: found.length, sha256: sha256Of(found) };
    digests.set(file, digest);
    return digest.bytes === bytes && digest.sha256 === sha256 ? [] : [fault("attached-differs", file)];
  });
}

/** Digests that entries of the audit trail name, by what they are about. An unreadable trail is named where it is looked at. */
function namedIn(pack: EvidencePack): ReadonlyMap<string, ReadonlySet<unknown>> {
  const audit = PackedAuditSchema.safeParse(jsonOf(pack, PACK_FILES.audit));
  const entries = audit.success ? audit.data.filter(({ action }) => NAMING.includes(action)) : [];
  return new Map(
    entries.map(({ subjectId, details: { files } }) => [
      subjectId,
      new Set(Array.isArray(files) ? files : []),
    ]),
  );
}
