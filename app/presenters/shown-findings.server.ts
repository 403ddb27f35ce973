import type { Finding, Judgement, Severity, WayToClose } from "~/domain/assessment/assessment";
import {
  FINDING_TOPICS,
  type FindingTopic,
  isAboutRows,
  topicOf,
} from "~/domain/assessment/questions/finding-topics";
import { isCondition } from "~/domain/assessment/questions/fit";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { StoredFile } from "~db/repositories/files";
import { toShownFile } from "./stored-files.server";

/** From the address: each null where nothing is asked for. */
export type FindingQuery = { show: string | null; by: string | null };
export const EVERY_FINDING: FindingQuery = { show: null, by: null };

export const FINDING_KINDS = ["open", "condition", "note", "conforming"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
const CLOSERS = ["supplier", "hospital"] as const satisfies ReadonlyArray<WayToClose["by"]>;

const KIND_OF: Readonly<Record<Severity, FindingKind>> = {
  gap: "open",
  open: "open",
  condition: "condition",
  note: "note",
  none: "conforming",
};
/** What weighs most comes first. */
const ORDER: ReadonlyArray<Severity> = ["gap", "open", "condition", "note", "none"];

type ShownFinding = Finding & {
  isDecisive: boolean;
  /** Titles of the pieces that the finding rests on. */
  evidence: ReadonlyArray<{ id: string; title: string }>;
};
type FindingGroup = { topic: FindingTopic; findings: ReadonlyArray<ShownFinding> };
export type ShownFindings = {
  groups: ReadonlyArray<FindingGroup>;
  filter: { show: FindingKind | null; by: WayToClose["by"] | null };
  /** Over all findings, whatever is filtered. */
  total: number;
  kinds: ReadonlyArray<{ kind: FindingKind; count: number }>;
  closers: ReadonlyArray<{ by: WayToClose["by"]; count: number }>;
};

/** Findings by topic, what decided first: topics that decided before the others, and within each the same. */
export function toShownFindings(
  { findings, decidedBy }: Pick<Judgement, "findings" | "decidedBy">,
  { evidence }: Pick<DeclarationContent, "evidence">,
  query: FindingQuery,
): ShownFindings {
  const show = FINDING_KINDS.find((kind) => kind === query.show) ?? null;
  const by = CLOSERS.find((closer) => closer === query.by) ?? null;
  const titles = new Map(evidence.map(({ id, title }) => [id, title]));
  const decisive = new Set(decidedBy);
  const shown = findings
    .filter((finding) => show === null || KIND_OF[finding.severity] === show)
    .filter((finding) => by === null || isClosedBy(finding, by))
    .map((finding) => ({
      ...finding,
      isDecisive: decisive.has(finding.id),
      evidence: (finding.evidenceIds ?? []).map((id) => ({ id, title: titles.get(id) ?? id })),
    }))
    .sort(compareWeight);
  const groups = FINDING_TOPICS.map((topic) => ({
    topic,
    findings: shown.filter((finding) => topicOf(finding) === topic),
  })).filter((group) => group.findings.length > 0);
  return {
    groups: groups.sort((a, b) => weightOf(a) - weightOf(b)),
    filter: { show, by },
    total: findings.length,
    kinds: FINDING_KINDS.map((kind) => ({
      kind,
      count: findings.filter(({ severity }) => KIND_OF[severity] === kind).length,
    })),
    closers: CLOSERS.map((closer) => ({
      by: closer,
      count: findings.filter((finding) => isClosedBy(finding, closer)).length,
    })),
  };
}

function isClosedBy({ waysToClose }: Finding, closer: WayToClose["by"]): boolean {
  return waysToClose.some((way) => way.by === closer);
}

/** Topics that decided, then those in which anything is open, a condition or a note, then the rest. */
function weightOf({ findings }: FindingGroup): number {
  if (findings.some(({ isDecisive, severity }) => isDecisive && severity !== "none")) return 0;
  return findings.some(({ severity }) => severity !== "none") ? 1 : 2;
}

function compareWeight(a: ShownFinding, b: ShownFinding): number {
  return Number(b.isDecisive) - Number(a.isDecisive) || ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity);
}

/** What is wrong or not shown besides answers to rows, and what the product may enter on. */
export function countBesides(findings: ReadonlyArray<Finding>) {
  const besides = findings.filter((finding) => !isAboutRows(finding));
  return {
    gaps: besides.filter(({ severity }) => severity === "gap").length,
    open: besides.filter(({ severity }) => severity === "open").length,
    conditions: findings.filter(isCondition).length,
  };
}

/** Pieces of evidence that some finding rests on, as declared. */
export function evidenceUsed(
  findings: ReadonlyArray<Finding>,
  { evidence }: Pick<DeclarationContent, "evidence">,
  files: ReadonlyArray<StoredFile>,
) {
  const used = new Set(findings.flatMap(({ evidenceIds }) => evidenceIds ?? []));
  const shown = new Map(files.map((file) => [file.sha256, toShownFile(file)]));
  return evidence.map(({ id, title, issuer, assurance, scheme, schemeVersion, validUntil, sha256 }) => ({
    ...{ id, title, issuer, assurance, scheme, schemeVersion, validUntil },
    isUsed: used.has(id),
    /** What the hospital may read; null where the supplier has put none there. */
    file: sha256 === null ? null : (shown.get(sha256) ?? null),
  }));
}
