import { hashOfEntry } from "~/domain/audit/entry-hash";
import { fault, type PackFault } from "./fault";
import { jsonOf } from "./json-of";
import { PACK_FILES, type PackedAudit, PackedAuditSchema } from "./manifest";
import type { EvidencePack } from "./read";

/** `gaps`: so many times the numbers go on with entries left out; `leftOut`: how many entries those are together. */
export type AuditFindings = { entries: number; gaps: number; leftOut: number };

/** Entries about others lie between those of a pack: that they are missing is no fault, and is counted. */
export function gapsOf(audit: ReadonlyArray<{ sequence: number }>): Omit<AuditFindings, "entries"> {
  const missing = audit
    .slice(1)
    .map(({ sequence }, place) => sequence - (audit[place]?.sequence ?? 0) - 1)
    .filter((count) => count > 0);
  return { gaps: missing.length, leftOut: missing.reduce((sum, count) => sum + count, 0) };
}

export function auditIn(pack: EvidencePack): {
  faults: ReadonlyArray<PackFault>;
  findings: AuditFindings;
} {
  const parsed = PackedAuditSchema.safeParse(jsonOf(pack, PACK_FILES.audit));
  if (!parsed.success)
    return {
      faults: [fault("file-unreadable", PACK_FILES.audit)],
      findings: { entries: 0, gaps: 0, leftOut: 0 },
    };
  const changed = parsed.data.filter(({ hash, previous, ...entry }) => hashOfEntry(entry, previous) !== hash);
  return {
    faults: [
      ...changed.map(({ sequence }) => fault("audit-entry-changed", String(sequence))),
      ...unchained(parsed.data).map((sequence) => fault("audit-chain-broken", String(sequence))),
    ],
    findings: { entries: parsed.data.length, ...gapsOf(parsed.data) },
  };
}

/** Numbers rise, and an entry rests on the very one before it where that is in the pack too. */
function unchained(audit: PackedAudit): ReadonlyArray<number> {
  return audit.slice(1).flatMap((entry, place) => {
    const before = audit[place];
    if (!before || entry.sequence <= before.sequence) return [entry.sequence];
    return entry.sequence === before.sequence + 1 && entry.previous !== before.hash ? [entry.sequence] : [];
  });
}
