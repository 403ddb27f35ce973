import { isSameFact } from "~/domain/declaration/difference";
import { pickFacts } from "~/domain/declaration/fact-fields";
import type { FactKey, ProductFacts } from "~/domain/declaration/facts";
import type { FilePlace, ImportEntry, ImportReason, ImportStanding } from "~/domain/declaration/import-plan";

type ProposedFact<Key extends FactKey> = {
  /** What is stated now. */
  facts: ProductFacts;
  key: Key;
  value: NonNullable<ProductFacts[Key]>;
  /** Told from the two values where it is left out. */
  standing?: ImportStanding;
  place: FilePlace | null;
  reasons: ReadonlyArray<ImportReason>;
};

export function factEntry<Key extends FactKey>(proposed: ProposedFact<Key>): ImportEntry {
  const { facts, key, value, place, reasons } = proposed;
  const present = facts[key];
  const told = present === undefined ? "new" : isSameFact(present, value) ? "agrees" : "contradicts";
  return {
    kind: "fact",
    id: `fact:${key}`,
    key,
    standing: proposed.standing ?? told,
    place,
    proposed: { [key]: value },
    present: pickFacts(facts, [key]),
    reasons: [...reasons],
  };
}

type Advisories = NonNullable<ProductFacts["advisories"]>;

/** Ways in which advisories come, beside those that are stated. */
export function advisoriesEntry(
  facts: ProductFacts,
  members: Advisories,
  why: { place: FilePlace | null; reasons: ReadonlyArray<ImportReason> },
): ImportEntry {
  const present = facts.advisories ?? [];
  const missing = members.filter((member) => !present.includes(member));
  const standing = facts.advisories === undefined ? "new" : missing.length > 0 ? "adds" : "agrees";
  return factEntry({ facts, key: "advisories", value: [...present, ...missing], standing, ...why });
}

export function reason(
  code: ImportReason["code"],
  subject: string,
  says = "",
  place: FilePlace | null = null,
): ImportReason {
  return { code, subject, says, confidence: null, place };
}
