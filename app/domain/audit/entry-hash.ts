import { fingerprintOf } from "../shared/fingerprint";

/** One entry of the audit trail as it is chained; `at` is an instant in ISO 8601, UTC, to the millisecond. */
export type ChainedEntry = {
  sequence: number;
  at: string;
  action: string;
  personId: string | null;
  organisationId: string | null;
  subjectId: string;
  details: Readonly<Record<string, unknown>>;
};

/** SHA-256 over the canonical JSON of an entry together with the hash of the entry before it. */
export function hashOfEntry(entry: ChainedEntry, previous: string): string {
  const { sequence, at, action, personId, organisationId, subjectId, details } = entry;
  return fingerprintOf({ previous, sequence, at, action, personId, organisationId, subjectId, details });
}
