import { type ComponentRequirement, selectApplicable } from "../requirement/component-requirement";
import type { DeclarationContent } from "./declaration";

/**
 * What a row is about, for those who answer for one subject and not for one FR. Our own grouping: IEC 62443-4-2 knows
 * none but its clauses. It follows the attributes of the catalogue's measures per level where those name a row.
 */
export const TOPICS = [
  "access-control",
  "encryption",
  "logging",
  "updates",
  "malware",
  "configuration",
  "network",
  "hardware",
  "robustness",
  "availability",
] as const;
export type Topic = (typeof TOPICS)[number];

/** By the number that all families of the standard share: `3.10` is that of `EDR 3.10`, `HDR 3.10` and `NDR 3.10`. */
const NUMBERS: Readonly<Record<Topic, ReadonlyArray<string>>> = {
  "access-control": [
    ...["1.1", "1.2", "1.3", "1.4", "1.5", "1.7", "1.10", "1.11", "1.12", "1.13"],
    ...["2.1", "2.5", "2.6", "2.7", "3.8"],
  ],
  encryption: ["1.8", "1.9", "1.14", "3.1", "4.1", "4.2", "4.3"],
  logging: ["2.8", "2.9", "2.10", "2.11", "2.12", "3.9", "6.1", "6.2"],
  updates: ["3.4", "3.10", "3.12", "3.13", "3.14"],
  malware: ["2.4", "3.2"],
  configuration: ["7.6", "7.7", "7.8"],
  network: ["1.6", "2.2", "5.1", "5.2", "5.3"],
  hardware: ["2.13", "3.11"],
  robustness: ["3.3", "3.5", "3.6", "3.7"],
  availability: ["7.1", "7.2", "7.3", "7.4"],
};

const TOPIC_OF_NUMBER: ReadonlyMap<string, Topic> = new Map(
  TOPICS.flatMap((topic) => NUMBERS[topic].map((number) => [number, topic] as const)),
);

/** `3.10` of `EDR 3.10 RE(1)`; empty for an id of another form. */
export function clauseNumberOf(requirementId: string): string {
  return /^[A-Z]+ (\d+\.\d+)/.exec(requirementId)?.[1] ?? "";
}

/** An enhancement stays with its base. Null for an id that the standard does not have. */
export function topicOf(requirementId: string): Topic | null {
  return TOPIC_OF_NUMBER.get(clauseNumberOf(requirementId)) ?? null;
}

export type TopicProgress = { topic: Topic; applicable: number; answered: number };

/** How far the answers are topic by topic; a topic of which nothing applies is left out. */
export function topicProgressOf(
  { componentTypes, answers }: Pick<DeclarationContent, "componentTypes" | "answers">,
  requirements: ReadonlyArray<Pick<ComponentRequirement, "id" | "appliesTo">>,
): ReadonlyArray<TopicProgress> {
  const rows = selectApplicable(requirements, componentTypes);
  return TOPICS.map((topic) => {
    const ids = rows.filter(({ id }) => topicOf(id) === topic).map(({ id }) => id);
    return {
      topic,
      applicable: ids.length,
      answered: ids.filter((id) => answers[id] !== undefined).length,
    };
  }).filter(({ applicable }) => applicable > 0);
}
