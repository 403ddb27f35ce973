import type { DeclarationContent } from "./declaration";
import type { Mds2, Mds2Answer } from "./mds2";
import { FLAG_KEYS, FLAGS, LIST_KEYS, LISTS } from "./mds2-facts";

/**
 * The form of 2019 as a declaration can fill it in: the answers of the form that is stated, and for questions it leaves open
 * what facts say of them. Answers to rows fill in no question: one row speaks of many. Null where nothing is known.
 */
export function mds2OfDeclaration({ facts }: Pick<DeclarationContent, "facts">): Mds2 | null {
  const stated = facts.mds2?.edition === "2019" ? facts.mds2 : null;
  const derived = new Map<string, Mds2Answer>();
  const say = (question: string, answer: Mds2Answer) => {
    if (!derived.has(question)) derived.set(question, answer);
  };
  for (const key of FLAG_KEYS) {
    const flag = facts[key];
    if (flag !== undefined) say(FLAGS[key], { answer: flag ? "Yes" : "No" });
  }
  for (const key of LIST_KEYS) {
    const list: ReadonlyArray<string> | undefined = facts[key];
    const { none, members } = LISTS[key];
    if (list === undefined) continue;
    if (none !== null) say(none, { answer: list.length > 0 ? "Yes" : "No" });
    // Two questions may speak of one member; which of them is meant the fact does not say.
    const once = members.filter(([, member]) => members.filter(([, other]) => other === member).length === 1);
    for (const [question, member] of once) if (list.includes(member)) say(question, { answer: "Yes" });
  }
  if (facts.product !== undefined) say("DOC-3", { answer: "See note", note: facts.product });
  if (facts.vulnerabilityContact !== undefined)
    say("DOC-5", { answer: "See note", note: facts.vulnerabilityContact });
  if (facts.defaultCredentials === "fixed") say("PAUT-5", { answer: "No" });
  if (facts.defaultCredentials === "changeable") say("PAUT-5", { answer: "Yes" });
  if (facts.remoteAccess !== undefined)
    say("RMOT-1", { answer: facts.remoteAccess.length > 0 ? "Yes" : "No" });
  const answers = { ...Object.fromEntries(derived), ...stated?.answers };
  if (Object.keys(answers).length === 0) return null;
  return { edition: "2019", releasedOn: stated?.releasedOn ?? null, answers };
}
