import type { Assessment, Finding, Message } from "~/domain/assessment/assessment";
import { compareRequirementIds } from "~/domain/assessment/requirement-order";
import type { Answers } from "~/domain/declaration/declaration";
import type { DeclarationFile, ZoneFile } from "./parse";

/** A zone file as parseZoneFile reads it back. */
export function writeZoneFile({ name, referenceType, slTarget, ...demands }: ZoneFile): string {
  const { policy, channels, countermeasures } = demands;
  return toText({
    ...(name === null ? {} : { name }),
    ...(referenceType === null ? {} : { referenceType }),
    slTarget,
    ...(policy === null ? {} : { policy }),
    ...(channels === null ? {} : { channels }),
    ...(countermeasures.length === 0 ? {} : { countermeasures }),
  });
}

/** A declaration file as parseDeclarationFile reads it back; answers by number, a bare value where nothing is with it. */
export function writeDeclarationFile({
  supplier,
  product,
  release,
  signedOn,
  content,
}: DeclarationFile): string {
  const head = Object.entries({ supplier, product, release, signedOn }).filter(([, value]) => value !== null);
  return toText({
    ...Object.fromEntries(head),
    componentTypes: content.componentTypes,
    answers: toFileAnswers(content.answers),
    ...(content.claimedSlCapability === null ? {} : { claimedSlCapability: content.claimedSlCapability }),
    ...(Object.keys(content.facts).length === 0 ? {} : { facts: content.facts }),
    ...(content.evidence.length === 0 ? {} : { evidence: content.evidence }),
  });
}

/** The whole assessment; every message carries its sentence beside key and parameters. */
export function writeAssessment(assessment: Assessment, sentence: (message: Message) => string): string {
  return toText(toAssessmentFile(assessment, sentence));
}

export function toAssessmentFile(assessment: Assessment, sentence: (message: Message) => string) {
  const say = (message: Message) => ({ ...message, text: sentence(message) });
  const findings = assessment.findings.map((finding: Finding) => ({
    ...finding,
    expected: say(finding.expected),
    declared: say(finding.declared),
    reason: say(finding.reason),
    waysToClose: finding.waysToClose.map(({ by, message }) => ({ by, message: say(message) })),
  }));
  return { ...assessment, findings };
}

function toFileAnswers(answers: Answers) {
  const ids = Object.keys(answers).sort(compareRequirementIds);
  return Object.fromEntries(
    ids.map((id) => {
      const answer = answers[id];
      return [id, answer?.note || answer?.evidenceIds ? answer : answer?.value];
    }),
  );
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
