import type { Finding } from "../assessment";

const LEVEL = "capability-meets-target";
const ANSWERS = "requirement-is-answered";

/**
 * Findings for a short list: that an area has rows without an answer is left out where the finding about its level names
 * the same rows as not answered. Both stay in the assessment, where each has its own way to be closed.
 */
export function saidOnce(findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> {
  const levels = findings.filter(({ checkId }) => checkId === LEVEL);
  return findings.filter(
    (finding) => finding.checkId !== ANSWERS || !levels.some((level) => namesAnswersOf(level, finding)),
  );
}

/** In words too: without a component type the level says something else of the same rows. */
function namesAnswersOf(level: Finding, answers: Finding): boolean {
  const { rows, unanswered } = level.reason.params;
  const named = new Set([rows, unanswered].flatMap((text) => String(text ?? "").split(", ")));
  return (
    level.foundationalRequirement === answers.foundationalRequirement &&
    /\.(undecided|short-and-unanswered)$/.test(level.reason.key) &&
    answers.requirementIds.every((id) => named.has(id))
  );
}
