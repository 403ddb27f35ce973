import type { IsoDate } from "~/domain/shared/iso-date";
import type { RestingException } from "~db/repositories/decision-exceptions";

/** An exception that a decision rests on and that accepts nothing any more. */
export type EndedException = {
  id: string;
  standing: "expired" | "revoked" | "superseded";
  gaps: ReadonlyArray<string>;
};

/** Those of one decision that have ended by a day. */
export function endedOf(
  resting: ReadonlyArray<RestingException>,
  decisionId: string,
  asOf: IsoDate,
): ReadonlyArray<EndedException> {
  return resting
    .filter((one) => one.decisionId === decisionId)
    .flatMap((one) => {
      const standing = endOf(one, asOf);
      return standing ? [{ id: one.exceptionId, standing, gaps: one.gaps }] : [];
    });
}

function endOf(
  { state, supersededBy, expiresOn }: RestingException,
  asOf: IsoDate,
): EndedException["standing"] | null {
  if (state === "revoked") return "revoked";
  if (supersededBy !== null) return "superseded";
  return expiresOn < asOf ? "expired" : null;
}
