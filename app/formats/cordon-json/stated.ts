import { FACT_KEYS, pickFacts } from "~/domain/declaration/fact-fields";
import type { Stated } from "../stated/stated";
import { pointTo } from "./file-error";
import type { DeclarationFile } from "./parse";

/** What a declaration file says, piece by piece with its place. It is whole: what is not in it is not stated. */
export function statedInFile({ supplier, product, release, content }: DeclarationFile): Stated {
  const { componentTypes, claimedSlCapability, answers, facts, evidence } = content;
  return {
    about: [supplier, product, release].filter((name) => name !== null).join(" "),
    edition: "",
    componentTypes: { value: componentTypes, place: { pointer: "/componentTypes" } },
    claimedSlCapability:
      claimedSlCapability === null
        ? null
        : { value: claimedSlCapability, place: { pointer: "/claimedSlCapability" } },
    answers: Object.entries(answers).map(([id, value]) => ({
      ...{ id, value },
      place: { pointer: pointTo("/answers", id) },
    })),
    facts: FACT_KEYS.filter((key) => facts[key] !== undefined).map((key) => ({
      key,
      value: pickFacts(facts, [key]),
      place: { pointer: pointTo("/facts", key) },
    })),
    evidence: evidence.map((value, index) => ({ value, place: { pointer: `/evidence/${index}` } })),
    problems: [],
  };
}
