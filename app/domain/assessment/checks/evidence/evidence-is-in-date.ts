import type { Evidence } from "../../../declaration/evidence";
import type { IsoDate } from "../../../shared/iso-date";
import { factCheck, messagesOf } from "../../check";
import { dateCauses, daysBetween } from "../../evidence-scope";

const id = "evidence-is-in-date";
const say = messagesOf(id);

/** Long enough to have a certificate renewed before it ends. Our own choice. */
const SOON_IN_DAYS = 90;

const WAY_OUT = { "not-yet-valid": "replace", "has-expired": "renew", "expires-soon": "renew" } as const;

type Dated = Pick<Evidence, "id" | "title" | "validFrom" | "validUntil">;

/**
 * What has expired or does not hold yet proves nothing today (product.md §4.6). Notes: whether a piece was needed is
 * decided where evidence is demanded.
 */
export const evidenceIsInDate = factCheck<true, ReadonlyArray<Dated>>({
  id,
  clauses: [{ standard: "iec-62443-2-1", ref: "ORG 1.6" }],
  demandOf: () => true,
  subjectOf: ({ evidence }) =>
    evidence.map(({ id, title, validFrom, validUntil }) => ({ id, title, validFrom, validUntil })),
  evaluate: (_demand, pieces, asOf) =>
    pieces.flatMap((piece) =>
      causesOf(piece, asOf).map((cause) => {
        const { title, validFrom, validUntil } = piece;
        const params = { title, from: validFrom ?? "", until: validUntil ?? "" };
        // Not part of what is declared: it changes every day, and a decision need not be reviewed for that.
        const count = validUntil === null ? 0 : daysBetween(asOf, validUntil);
        return {
          about: piece.id,
          outcome: "conforms",
          severity: "note",
          foundationalRequirement: null,
          requirementIds: [],
          expected: say("expected", params),
          declared: say(cause === "not-yet-valid" ? "declared.from" : "declared.until", params),
          reason: say(`reason.${cause}`, { ...params, count }),
          waysToClose: [{ by: "supplier", message: say(`close.${WAY_OUT[cause]}`, params) }],
          evidenceIds: [piece.id],
        };
      }),
    ),
});

function causesOf(piece: Dated, asOf: IsoDate): ReadonlyArray<keyof typeof WAY_OUT> {
  const causes = dateCauses(piece, asOf);
  if (causes.length > 0 || piece.validUntil === null) return causes;
  return daysBetween(asOf, piece.validUntil) <= SOON_IN_DAYS ? ["expires-soon"] : [];
}
