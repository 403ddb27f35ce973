import { accept, type Result, refuse } from "../shared/result";
import type { Answer, DeclarationContent } from "./declaration";
import { isSameAnswer, isSameFact } from "./difference";
import { pickFacts } from "./fact-fields";
import type { VulnerabilitySeverity } from "./fact-values";
import { type DeclaredVulnerability, ProductFactsSchema } from "./facts";
import type { ImportEntry, ImportPlan } from "./import-plan";
import {
  type AnswerableRow,
  type AnswerRefusal,
  changeAnswers,
  changeClaimedLevel,
  changeComponentTypes,
  type DeclarationDocument,
  type EvidenceRefusal,
  putEvidence,
} from "./lifecycle";

export type ImportChoices = {
  /** Ids of the entries to take. */
  taken: ReadonlyArray<string>;
  /** By id of an entry: the severity of a vulnerability for which the file gives none. */
  severities: Readonly<Record<string, VulnerabilitySeverity>>;
};

export type ImportRefusal =
  | EvidenceRefusal
  | AnswerRefusal
  | { code: "nothing-chosen" }
  | { code: "unknown-entry"; entries: ReadonlyArray<string> }
  | { code: "severity-missing"; entries: ReadonlyArray<string> }
  /** Somebody has stated something else since the file was read. */
  | { code: "changed-meanwhile"; entries: ReadonlyArray<string> }
  | { code: "too-many-vulnerabilities" };

export type Imported = { document: DeclarationDocument; taken: ReadonlyArray<ImportEntry> };

/**
 * Takes the chosen entries of a plan over into a draft, all or none: each is compared with what is stated now, and one that
 * somebody has changed since the file was read refuses the whole. An entry that is stated already changes nothing.
 * Mentions of evidence that was not taken are left out. The file itself becomes a piece of evidence.
 */
export function applyImport(
  declaration: DeclarationDocument,
  plan: ImportPlan,
  { taken, severities }: ImportChoices,
  requirements: ReadonlyArray<AnswerableRow>,
): Result<Imported, ImportRefusal> {
  if (declaration.state !== "draft") return refuse({ code: "not-a-draft" });
  const byId = new Map(plan.entries.map((entry) => [entry.id, entry]));
  const ids = [...new Set(taken)];
  const unknown = ids.filter((id) => !byId.has(id));
  if (unknown.length > 0) return refuse({ code: "unknown-entry", entries: unknown });
  if (ids.length === 0) return refuse({ code: "nothing-chosen" });
  const severityOf = (id: string) => (Object.hasOwn(severities, id) ? severities[id] : undefined);
  const undecided = ids.filter((id) => lacksSeverity(byId.get(id)) && severityOf(id) === undefined);
  if (undecided.length > 0) return refuse({ code: "severity-missing", entries: undecided });
  const chosen = plan.entries
    .filter(({ id }) => ids.includes(id))
    .map((entry) => withSeverity(entry, severityOf(entry.id)));
  const { content } = declaration;
  const changed = chosen.filter((entry) => !isAsSeen(entry, content) && !isStated(entry, content));
  if (changed.length > 0) return refuse({ code: "changed-meanwhile", entries: changed.map(({ id }) => id) });
  const open = chosen.filter((entry) => !isStated(entry, content));
  const applied = applyAll(withFile(declaration, plan), open, requirements);
  return applied.ok ? accept({ document: applied.value, taken: open }) : applied;
}

type Applied = Result<DeclarationDocument, ImportRefusal>;

/** Component types and evidence first: answers depend on both. */
const ORDER = ["component-types", "evidence", "claimed-level", "fact", "answer"] as const;

function applyAll(
  start: Applied,
  entries: ReadonlyArray<ImportEntry>,
  requirements: ReadonlyArray<AnswerableRow>,
): Applied {
  const applied = ORDER.flatMap((kind) => entries.filter((entry) => entry.kind === kind)).reduce(
    (result: Applied, entry) => (result.ok ? applyOne(result.value, entry, requirements) : result),
    start,
  );
  const vulnerabilities = entries.flatMap((entry) => (entry.kind === "vulnerability" ? entry.proposed : []));
  return applied.ok && vulnerabilities.length > 0
    ? withVulnerabilities(applied.value, vulnerabilities)
    : applied;
}

function withFile(declaration: DeclarationDocument, { evidence }: ImportPlan): Applied {
  const isThere = declaration.content.evidence.some(({ sha256 }) => sha256 === evidence?.sha256);
  return evidence === null || isThere ? accept(declaration) : putEvidence(declaration, evidence);
}

function applyOne(
  declaration: DeclarationDocument,
  entry: ImportEntry,
  requirements: ReadonlyArray<AnswerableRow>,
): Applied {
  const { content } = declaration;
  switch (entry.kind) {
    case "component-types":
      return changeComponentTypes(declaration, entry.proposed);
    case "evidence":
      return putEvidence(declaration, entry.proposed);
    case "claimed-level":
      return changeClaimedLevel(declaration, entry.proposed);
    case "fact": {
      const { [entry.key]: _, ...others } = content.facts;
      const facts = { ...others, ...pickFacts(entry.proposed, [entry.key]) };
      return accept({ ...declaration, content: { ...content, facts } });
    }
    case "vulnerability":
      // All of them in one go: see withVulnerabilities.
      return accept(declaration);
    case "answer": {
      const { requirementId, proposed } = entry;
      const known = new Set(content.evidence.map(({ id }) => id));
      const change = proposed
        ? { type: "set" as const, requirementId, answer: citingOnly(proposed, known) }
        : { type: "clear" as const, requirementId };
      return changeAnswers(declaration, [change], requirements);
    }
  }
}

function withVulnerabilities(
  declaration: DeclarationDocument,
  taken: ReadonlyArray<DeclaredVulnerability>,
): Applied {
  const { content } = declaration;
  const byId = new Map((content.facts.vulnerabilities ?? []).map((one) => [one.id, one]));
  for (const one of taken) byId.set(one.id, one);
  const vulnerabilities = [...byId.values()];
  if (!ProductFactsSchema.shape.vulnerabilities.safeParse(vulnerabilities).success)
    return refuse({ code: "too-many-vulnerabilities" });
  return accept({ ...declaration, content: { ...content, facts: { ...content.facts, vulnerabilities } } });
}

function citingOnly({ evidenceIds = [], ...answer }: Answer, known: ReadonlySet<string>): Answer {
  const cited = [...new Set(evidenceIds)].filter((id) => known.has(id));
  return cited.length > 0 ? { ...answer, evidenceIds: cited } : answer;
}

/** What is stated now is what was stated when the file was read. */
function isAsSeen(entry: ImportEntry, content: DeclarationContent): boolean {
  return isNow(entry, entry.present, content);
}

/** What is stated now is what the entry proposes. */
function isStated(entry: ImportEntry, content: DeclarationContent): boolean {
  return isNow(entry, entry.proposed, content);
}

function isNow(entry: ImportEntry, value: ImportEntry["proposed"], content: DeclarationContent): boolean {
  switch (entry.kind) {
    case "component-types":
      return isSameFact(content.componentTypes, value);
    case "claimed-level":
      return isSameFact(content.claimedSlCapability, value);
    case "answer":
      // Of an answer entry it is an answer or null.
      return isSameAnswer(content.answers[entry.requirementId], value as Answer | null);
    case "fact":
      return isSameFact(pickFacts(content.facts, [entry.key]), value);
    case "vulnerability":
      return isSameFact(
        content.facts.vulnerabilities?.find(({ id }) => id === entry.proposed.id) ?? null,
        value,
      );
    case "evidence":
      return isSameFact(content.evidence.find(({ id }) => id === entry.proposed.id) ?? null, value);
  }
}

function lacksSeverity(entry: ImportEntry | undefined): boolean {
  return entry?.kind === "vulnerability" && entry.lacksSeverity;
}

function withSeverity(entry: ImportEntry, severity: VulnerabilitySeverity | undefined): ImportEntry {
  if (entry.kind !== "vulnerability" || !entry.lacksSeverity || severity === undefined) return entry;
  return { ...entry, proposed: { ...entry.proposed, severity } };
}

/** Ids of entries about which somebody has stated something else since the file was read. */
export function staleEntries(plan: ImportPlan, content: DeclarationContent): ReadonlyArray<string> {
  return plan.entries
    .filter((entry) => !isAsSeen(entry, content) && !isStated(entry, content))
    .map(({ id }) => id);
}
