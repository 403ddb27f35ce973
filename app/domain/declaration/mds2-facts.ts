import { canonicalJson } from "../shared/canonical-json";
import type { DeclarationContent } from "./declaration";
import type { FactKey, ProductFacts } from "./facts";
import type { Mds2, Mds2Answer } from "./mds2";

/**
 * A fact that answers of the form suggest. `adds`: the fact is stated, and the form names more of its list. Which fact follows
 * from which answer is our own reading, marked `recalled` like the mapping to rows.
 */
export type FactSuggestion = {
  [Key in FactKey]-?: {
    key: Key;
    /** The fact as it would be stated; what is stated already stays in it. */
    value: NonNullable<ProductFacts[Key]>;
    because: ReadonlyArray<{ question: string; answer: Mds2Answer["answer"]; note: string }>;
    confidence: "recalled";
    standing: "new" | "agrees" | "adds" | "contradicts";
    present: ProductFacts[Key] | null;
  };
}[FactKey];

type Form = {
  is(question: string, answer: "Yes" | "No"): boolean;
  /** One line in words; undefined where there is none or it is longer. */
  words(question: string, longest: number): string | undefined;
};

type ListKey =
  | "loggedEvents"
  | "logFormats"
  | "siemChannels"
  | "timeSources"
  | "updateMechanisms"
  | "wireless";
type FlagKey = "autoLogoff" | "breakGlass" | "individualAccounts" | "signedUpdates" | "hardeningGuide";

/** The question that each flag follows from. */
export const FLAGS: Readonly<Record<FlagKey, string>> = {
  autoLogoff: "ALOF-1",
  breakGlass: "EMRG-1",
  individualAccounts: "PAUT-1",
  signedUpdates: "SAHD-3.2",
  hardeningGuide: "SAHD-14.1",
};

/** Members of lists by the question that says whether they are there; `none`: its “No” says that the list is empty. */
export const LISTS: {
  readonly [Key in ListKey]: {
    none: string | null;
    members: ReadonlyArray<readonly [question: string, member: NonNullable<ProductFacts[Key]>[number]]>;
  };
} = {
  loggedEvents: {
    none: "AUDT-2",
    members: [
      ["AUDT-2.1", "sign-on"],
      ["AUDT-2.2", "failed-sign-on"],
      ["AUDT-2.3", "privilege-change"],
      ["AUDT-2.4", "account-change"],
      ["AUDT-2.5", "data-access"],
      ["AUDT-2.6", "data-change"],
      ["AUDT-2.7", "removable-media"],
      ["AUDT-2.8.1", "remote-service"],
      ["AUDT-2.9", "emergency-access"],
    ],
  },
  logFormats: { none: null, members: [["AUDT-5.2", "ihe-atna"]] },
  siemChannels: { none: null, members: [["AUDT-5.2", "ihe-atna"]] },
  timeSources: { none: null, members: [["AUDT-4.1.1", "ntp"]] },
  updateMechanisms: {
    none: null,
    members: [
      ["CSUP-8", "automatic"],
      ["DOC-11.3", "hosted"],
    ],
  },
  wireless: {
    none: "CONN-1.1",
    members: [
      ["CONN-1.1.1", "wifi"],
      ["CONN-1.1.2", "bluetooth"],
      ["CONN-1.1.3", "other-radio"],
      ["CONN-1.1.4", "other-radio"],
    ],
  },
};
// Object.keys forgets the names of the closed tables.
export const FLAG_KEYS = Object.keys(FLAGS) as ReadonlyArray<FlagKey>;
export const LIST_KEYS = Object.keys(LISTS) as ReadonlyArray<ListKey>;

/** The facts that an MDS2 of 2019 suggests; the form itself is one of them. */
export function mds2FactSuggestions(
  mds2: Mds2,
  { facts }: Pick<DeclarationContent, "facts">,
): ReadonlyArray<FactSuggestion> {
  const given = (question: string) =>
    Object.hasOwn(mds2.answers, question) ? mds2.answers[question] : undefined;
  const form: Form = {
    is: (question, answer) => given(question)?.answer === answer,
    words(question, longest) {
      const one = given(question);
      const text = one?.answer === "See note" ? (one.note ?? "").trim() : "";
      return text === "" || text.length > longest || /[\r\n]/.test(text) ? undefined : text;
    },
  };
  const because = (questions: ReadonlyArray<string>) =>
    questions.flatMap((question) => {
      const one = given(question);
      return one ? [{ question, answer: one.answer, note: one.note ?? "" }] : [];
    });
  const suggest = <Key extends FactKey>(
    key: Key,
    value: ProductFacts[Key] | undefined,
    questions: ReadonlyArray<string>,
    standing?: FactSuggestion["standing"],
  ): ReadonlyArray<FactSuggestion> => {
    if (value === undefined) return [];
    const present = facts[key] ?? null;
    const found = standing ?? (present === null ? "new" : isSame(present, value) ? "agrees" : "contradicts");
    const suggestion = {
      key,
      value,
      because: because(questions),
      confidence: "recalled",
      standing: found,
      present,
    };
    // The key and its value come as a pair; TypeScript does not follow a pair through a generic.
    return [suggestion as unknown as FactSuggestion];
  };
  return [
    ...suggest("mds2", mds2, []),
    ...suggest("product", form.words("DOC-3", 120), ["DOC-3"]),
    ...suggest("vulnerabilityContact", form.words("DOC-5", 200), ["DOC-5"]),
    ...FLAG_KEYS.flatMap((key) => suggest(key, flagOf(form, FLAGS[key]), [FLAGS[key]])),
    ...suggest("defaultCredentials", credentialsOf(form), ["PAUT-5"]),
    ...suggest("malwareProtection", malwareOf(form), ["MLDP-2", "MLDP-2.1", "MLDP-3", "MLDP-4"]),
    ...suggest("remoteAccess", remoteOf(form), ["RMOT-1", "RMOT-1.1"]),
    ...LIST_KEYS.flatMap((key) => {
      const list = listOf(key, form, facts[key]);
      const { none, members } = LISTS[key];
      const questions = [...(none === null ? [] : [none]), ...members.map(([question]) => question)];
      return list ? suggest(key, list.value, questions, list.standing) : [];
    }),
  ];
}

function flagOf(form: Form, question: string): boolean | undefined {
  return form.is(question, "Yes") ? true : form.is(question, "No") ? false : undefined;
}

function credentialsOf(form: Form): ProductFacts["defaultCredentials"] {
  return form.is("PAUT-5", "Yes") ? "changeable" : form.is("PAUT-5", "No") ? "fixed" : undefined;
}

/** “No” to anti-malware alone does not say that it is impossible; what stands in for it then does. */
function malwareOf(form: Form): ProductFacts["malwareProtection"] {
  if (form.is("MLDP-2.1", "Yes")) return "included";
  if (form.is("MLDP-4", "Yes")) return "allow-listing";
  if (form.is("MLDP-2", "Yes")) return "supported";
  return form.is("MLDP-2", "No") && form.is("MLDP-3", "Yes") ? "not-possible" : undefined;
}

function remoteOf(form: Form): ProductFacts["remoteAccess"] {
  if (form.is("RMOT-1", "No")) return [];
  return form.is("RMOT-1", "Yes") && form.is("RMOT-1.1", "Yes") ? ["on-demand"] : undefined;
}

/** What the form has, beside what is stated; undefined where the form says nothing of the list. */
function listOf<Key extends ListKey>(
  key: Key,
  form: Form,
  present: ReadonlyArray<string> | undefined,
): { value: NonNullable<ProductFacts[Key]>; standing: FactSuggestion["standing"] } | undefined {
  const { none, members } = LISTS[key];
  const has = [
    ...new Set(members.filter(([question]) => form.is(question, "Yes")).map(([, member]) => member)),
  ];
  const hasNot = members
    .filter(([question, member]) => form.is(question, "No") && !has.some((one) => one === member))
    .map(([, member]): string => member);
  const isEmpty = has.length === 0 && none !== null && form.is(none, "No");
  if (has.length === 0 && !isEmpty) return undefined;
  // The members come from the closed table of this very key.
  const pairs = (value: ReadonlyArray<string>) => value as NonNullable<ProductFacts[Key]>;
  if (present === undefined) return { value: pairs(has), standing: "new" };
  const missing = has.filter((member) => !present.includes(member));
  const isContradicted =
    present.some((member) => hasNot.includes(member)) ||
    (isEmpty && present.length > 0) ||
    (present.length === 0 && has.length > 0);
  if (isContradicted)
    return {
      value: pairs([...present.filter((member) => !isEmpty && !hasNot.includes(member)), ...missing]),
      standing: "contradicts",
    };
  return { value: pairs([...present, ...missing]), standing: missing.length > 0 ? "adds" : "agrees" };
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
