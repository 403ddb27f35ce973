import type { DeclarationContent } from "../declaration/declaration";
import { endingThings } from "../declaration/expiring";
import { folded } from "../shared/folded";
import type { IsoDate } from "../shared/iso-date";

/** What an approval is looked for by besides its model: each is one choice of the reader. */
export const REGISTER_STATES = ["in-force", "open-conditions", "needs-review", "ends-soon"] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

/** `ends-soon` is what ends within so many days, and what has ended. */
export const ENDS_SOON_DAYS = 90;

/** What a declaration can say about an end that an approval rests on. Parts of a product have no end of their own here. */
export const DECLARED_END_KINDS = ["evidence", "conformity", "support", "operating-system"] as const;
export type DeclaredEndKind = (typeof DECLARED_END_KINDS)[number];

/** In the order in which kinds of the same day are named. */
export const REGISTER_END_KINDS = ["condition", "exception", ...DECLARED_END_KINDS] as const;
export type RegisterEndKind = (typeof REGISTER_END_KINDS)[number];

/** Something that an approval rests on until its last day; the name is in the words of whoever wrote it. */
export type End<Kind extends RegisterEndKind = RegisterEndKind> = {
  kind: Kind;
  name: string;
  endsOn: IsoDate;
};

/**
 * The first end that the declaration states on or after the day of the decision: what had ended before was not relied
 * on. null where it states none.
 */
export function declaredEndOf(
  content: Pick<DeclarationContent, "evidence" | "facts">,
  decidedOn: IsoDate,
): End<DeclaredEndKind> | null {
  const ends = endingThings(content).flatMap(
    ({ kind, name, until }): ReadonlyArray<End<DeclaredEndKind>> =>
      kind === "component" || until < decidedOn ? [] : [{ kind, name, endsOn: until }],
  );
  return firstOf(ends);
}

/** The end that comes first of everything an approval rests on: until when it lasts as it was decided. */
export function firstOf<Kind extends RegisterEndKind>(ends: ReadonlyArray<End<Kind>>): End<Kind> | null {
  return ends.reduce<End<Kind> | null>(
    (first, end) => (first === null || comesBefore(end, first) ? end : first),
    null,
  );
}

function comesBefore(one: End, other: End): boolean {
  if (one.endsOn !== other.endsOn) return one.endsOn < other.endsOn;
  return REGISTER_END_KINDS.indexOf(one.kind) < REGISTER_END_KINDS.indexOf(other.kind);
}

type Named = { productName: string; releaseVersion: string; supplierName: string; zoneName: string };

/** How approvals stand in order: by product, release and zone, as people read a list. */
export function registerOrder({ productName, releaseVersion, zoneName }: Named): string {
  return [productName, releaseVersion, zoneName].map(plain).join(" ").slice(0, 400);
}

/** What a search finds an approval by. */
export function registerText({ productName, releaseVersion, supplierName, zoneName }: Named): string {
  return [productName, releaseVersion, supplierName, zoneName].map(plain).join(" ");
}

/** Words that must all be in the text of an approval: at most eight, the rest narrows nothing down. */
export function wordsOf(search: string): ReadonlyArray<string> {
  return plain(search.slice(0, 200)).split(" ").filter(Boolean).slice(0, 8);
}

/** The same text on both sides of a search; no sign of it means anything in a pattern of the database. */
function plain(text: string): string {
  return folded(text)
    .replace(/[%_\\\s]+/gu, " ")
    .trim();
}
