import type { Finding, FoundationalResult, Message, MissingReason } from "../assessment/assessment";
import { substanceOf } from "../assessment/needs-review";
import { fingerprintOf } from "../shared/fingerprint";

/**
 * Something that a product lacks in a zone and nothing makes up for: a row of IEC 62443-4-2, or what the zone asks
 * for beyond rows. `key` is the number of the row or the id of the finding. `substance` says what exactly is lacking
 * in a form that can be compared: who accepts a gap accepts this, not whatever goes by the same key later.
 */
export type Gap = {
  key: string;
  substance: string;
  /** null for a row. */
  finding: (Pick<Finding, "checkId"> & { reason: Message }) | null;
};

/** Rows that are short are listed one by one; the finding that sums them up is no gap of its own. */
const SUMS_UP_ROWS = "capability-meets-target";

/**
 * The gaps of an assessment in its order, rows first. What nobody has answered or proven yet is open, not a gap:
 * silence cannot be accepted.
 */
export function gapsOf({
  results,
  findings,
}: {
  results: ReadonlyArray<Pick<FoundationalResult, "missing">>;
  findings: ReadonlyArray<Finding>;
}): ReadonlyArray<Gap> {
  const rows = results
    .flatMap(({ missing }) => missing)
    .filter(({ reason }) => reason !== "unanswered")
    .map(({ requirementId, reason }) => rowGap(requirementId, reason));
  const keys = new Set(rows.map(({ key }) => key));
  const beyond = findings.filter(
    ({ outcome, severity, checkId, requirementIds }) =>
      outcome === "does-not-conform" &&
      severity !== "note" &&
      checkId !== SUMS_UP_ROWS &&
      (requirementIds.length === 0 || requirementIds.some((row) => !keys.has(row))),
  );
  return [...rows, ...beyond.map(findingGap)];
}

function rowGap(requirementId: string, reason: MissingReason): Gap {
  return { key: requirementId, substance: reason, finding: null };
}

function findingGap(finding: Finding): Gap {
  const { id, checkId, reason } = finding;
  return { key: id, substance: fingerprintOf(substanceOf(finding)), finding: { checkId, reason } };
}
