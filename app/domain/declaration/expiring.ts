import type { IsoDate } from "../shared/iso-date";
import type { DeclarationContent } from "./declaration";
import { type EvidenceValidity, validityOf } from "./evidence-validity";

/** What of a declaration ends on a day: a piece of evidence, support of the product or of what carries it, a certificate. */
export type ExpiringThing = {
  kind: "evidence" | "support" | "operating-system" | "component" | "conformity";
  /** Id of the piece of evidence; null for what is stated as a fact. */
  evidenceId: string | null;
  /** In the supplier's words; empty where the kind says it all. */
  name: string;
  until: IsoDate;
  validity: Extract<EvidenceValidity, { state: "expired" | "expires-soon" }>;
};

/** Everything of a declaration that has a last day, whenever that is. */
export function endingThings({
  evidence,
  facts,
}: Pick<DeclarationContent, "evidence" | "facts">): ReadonlyArray<
  Omit<ExpiringThing, "validity"> & { validFrom: IsoDate | null }
> {
  const stated = [
    { kind: "support" as const, name: "", until: facts.supportEndsOn ?? null },
    { kind: "conformity" as const, name: "", until: facts.conformityCertificateEndsOn ?? null },
    ...(facts.platforms ?? []).map(({ kind, name, version, supportEndsOn }) => ({
      ...{ kind, name: `${name} ${version}`.trim(), until: supportEndsOn },
    })),
  ].map((thing) => ({ ...thing, evidenceId: null, validFrom: null }));
  const pieces = evidence.map(({ id, title, validFrom, validUntil }) => ({
    ...{ kind: "evidence" as const, evidenceId: id, name: title, until: validUntil, validFrom },
  }));
  return [...pieces, ...stated].flatMap(({ until, ...thing }) =>
    until === null ? [] : [{ ...thing, until }],
  );
}

/** Everything that has ended on `asOf` or ends within 90 days, what ends first on top. */
export function expiringThings(
  content: Pick<DeclarationContent, "evidence" | "facts">,
  asOf: IsoDate,
): ReadonlyArray<ExpiringThing> {
  return endingThings(content)
    .flatMap(({ validFrom, ...thing }) => {
      const validity = validityOf({ validFrom, validUntil: thing.until }, asOf);
      if (validity.state !== "expired" && validity.state !== "expires-soon") return [];
      return [{ ...thing, validity }];
    })
    .toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
}
