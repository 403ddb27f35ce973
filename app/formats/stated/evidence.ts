import type { Answer, AnswerValue } from "~/domain/declaration/declaration";
import { type Evidence, EvidenceSchema, MAX_EVIDENCE } from "~/domain/declaration/evidence";
import type { FilePlace } from "~/domain/declaration/import-plan";
import { note } from "./extension";
import type { Placed, StatedProblem } from "./stated";

/** Evidence as a file lists it: what refers to it there, and what could be read of it. */
export type ListedEvidence = { ref: string; place: FilePlace; piece: Evidence | null };

export type ReferredEvidence = Placed<Evidence> & { ref: string };

/** The pieces that a declaration can hold, the first of each id; of every other a problem says why not. */
export function readEvidence(
  listed: ReadonlyArray<ListedEvidence>,
  problems: Array<StatedProblem>,
): ReadonlyArray<ReferredEvidence> {
  const ids = new Set<string>();
  return listed.flatMap(({ ref, place, piece }): ReadonlyArray<ReferredEvidence> => {
    const refuse = (code: StatedProblem["code"]) => {
      note(problems, { code, place, value: ref });
      return [];
    };
    if (piece === null) return refuse("unknown-value");
    if (ids.has(piece.id)) return refuse("duplicate-id");
    if (ids.size >= MAX_EVIDENCE) return refuse("too-many-entries");
    ids.add(piece.id);
    return [{ ref, value: piece, place }];
  });
}

/** Ids by what refers to them in the file. */
export function idsByRef(evidence: ReadonlyArray<ReferredEvidence>): ReadonlyMap<string, string> {
  return new Map(evidence.map(({ ref, value }) => [ref, value.id]));
}

type ForeignEvidence = Pick<Evidence, "id" | "title" | "scheme"> &
  Partial<Pick<Evidence, "issuer" | "validFrom" | "validUntil" | "reference" | "sha256">>;

/** Evidence of another tool: what it says of itself, and nothing about what it proves. Null where it has no title. */
export function foreignEvidence(said: ForeignEvidence): Evidence | null {
  const parsed = EvidenceSchema.safeParse({
    type: "other",
    subject: "product-capability",
    assurance: "declared",
    schemeVersion: "",
    scope: { product: "", releases: [], componentTypes: [], level: null },
    validFrom: null,
    validUntil: null,
    sha256: null,
    ...said,
    title: said.title.replace(/\s+/g, " ").trim().slice(0, 200),
    issuer: (said.issuer ?? "").slice(0, 200),
    reference: (said.reference ?? "").slice(0, 500),
  });
  return parsed.success ? parsed.data : null;
}

/** An answer with the words and the evidence that a file gives it, where it gives any. */
export function statedAnswer(value: AnswerValue, words: unknown, evidenceIds: ReadonlyArray<string>): Answer {
  return {
    value,
    ...(typeof words === "string" && words.trim() !== "" ? { note: words } : {}),
    ...(evidenceIds.length > 0 ? { evidenceIds: [...new Set(evidenceIds)] } : {}),
  };
}

/** True of what may stand where a foreign format wants an address. */
export function isAddress(reference: string): boolean {
  return /^https:\/\/[\w.~:/?#@!$&()*+,;=%-]+$/.test(reference);
}
