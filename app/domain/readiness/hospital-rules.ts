import type { ClauseRule, Look } from "./readiness";

/** What is counted of a hospital. */
export const HOSPITAL_FACTS = [
  ...(["models-published", "zones-with-target", "zones-with-risk", "zones-with-owner"] as const),
  ...(["conduits-with-channels", "channels-encrypted", "channels-authenticated"] as const),
  ...(["assets-in-zones", "assets-with-release", "policy", "requests", "declarations"] as const),
  ...(["decisions", "conditions-overdue", "countermeasures", "security-leads"] as const),
  ...(["measures-overdue"] as const),
];
export type HospitalFact = (typeof HOSPITAL_FACTS)[number];
type Rule = ClauseRule<HospitalFact>;

const some = (fact: HospitalFact): Look<HospitalFact> => ({ fact, expects: "some" });
const all = (fact: HospitalFact): Look<HospitalFact> => ({ fact, expects: "all" });
const none = (fact: HospitalFact): Look<HospitalFact> => ({ fact, expects: "none" });

function rule(
  clause: string,
  rows: ReadonlyArray<string>,
  looks: ReadonlyArray<Look<HospitalFact>> = [],
  outside: Rule["outside"] = "part",
): Rule {
  return { clause, rows, looks, outside };
}

/** Happens where no portal for zones and suppliers looks. */
const unseen = (clause: string) => rule(clause, [], [], "all");

/**
 * NIS2: which elements of the programme and which things of the portal speak for a clause: our own reading, one rule a
 * clause. Rows are elements of IEC 62443-2-1 as the hospital keeps them under its measures.
 */
export const NIS2_RULES: ReadonlyArray<Rule> = [
  rule("eu-nis2 Art. 21(2)(a)", ["ORG 1.1", "ORG 2.1"], [all("zones-with-target"), all("zones-with-risk")]),
  rule("eu-nis2 Art. 21(2)(b)", ["EVENT 1.1", "EVENT 1.7", "EVENT 1.8"]),
  rule("eu-nis2 Art. 21(2)(c)", ["AVAIL 1.1", "AVAIL 2.1", "AVAIL 2.5"]),
  rule("eu-nis2 Art. 21(2)(d)", ["ORG 1.6"], [some("requests"), some("declarations"), some("decisions")]),
  rule(
    "eu-nis2 Art. 21(2)(e)",
    ["ORG 2.3", "COMP 3.3", "EVENT 1.9"],
    [some("policy"), none("conditions-overdue")],
  ),
  rule("eu-nis2 Art. 21(2)(f)", ["ORG 2.4"], [none("measures-overdue")]),
  rule("eu-nis2 Art. 21(2)(g)", ["ORG 1.4", "ORG 1.5"]),
  rule("eu-nis2 Art. 21(2)(h)", ["DATA 1.5", "DATA 1.6"], [all("channels-encrypted")]),
  rule("eu-nis2 Art. 21(2)(i)", ["ORG 1.2", "CM 1.1", "USER 1.4"], [all("assets-in-zones")]),
  rule("eu-nis2 Art. 21(2)(j)", ["USER 1.9"], [all("channels-authenticated")]),
  rule("eu-nis2 Art. 21(3)", ["ORG 1.6"], [some("declarations"), all("assets-with-release")]),
];

/** The Czech act and both decrees: which of the two binds a hospital is not recorded, so both are read. */
export const ZOKB_RULES: ReadonlyArray<Rule> = [
  unseen("cz-zokb § 6"),
  unseen("cz-zokb § 8"),
  unseen("cz-zokb after registration"),
  rule("cz-zokb § 12", ["CM 1.1"], [some("models-published"), all("assets-in-zones")]),
  rule("cz-zokb § 13-14", ["ORG 1.1", "ORG 2.1"], [all("zones-with-target"), none("measures-overdue")]),
  rule("cz-zokb § 15", ["EVENT 1.8"]),
  rule("cz-zokb § 16-17", ["EVENT 1.2", "EVENT 1.8"]),
  rule("cz-decree-409-2025 § 9", ["ORG 1.6"], [some("requests"), some("decisions")]),
  rule("cz-decree-409-2025 § 12", ["ORG 2.3"], [some("policy"), some("declarations"), some("decisions")]),
  rule(
    "cz-decree-409-2025 § 18",
    ["NET 1.1", "NET 1.2", "NET 1.6"],
    [some("models-published"), all("conduits-with-channels")],
  ),
  rule("cz-decree-409-2025 § 19-20", ["USER 1.1", "USER 1.5", "USER 1.9"]),
  rule("cz-decree-409-2025 § 21-23", ["EVENT 1.1", "EVENT 1.4", "EVENT 1.7", "NET 1.9"]),
  rule("cz-decree-409-2025 § 25", ["DATA 1.5", "DATA 1.6"], [all("channels-encrypted")]),
  rule(
    "cz-decree-409-2025 § 27",
    ["NET 1.1", "NET 3.2", "COMP 3.5", "AVAIL 2.5"],
    [all("zones-with-target"), some("countermeasures")],
  ),
  rule("cz-decree-410-2025 § 8", ["USER 1.1", "USER 1.9"]),
  rule("cz-decree-410-2025 § 9", ["EVENT 1.1", "EVENT 1.4"]),
  rule("cz-decree-410-2025 § 11", ["NET 1.1"], [some("models-published"), all("conduits-with-channels")]),
  rule("cz-decree-410-2025 § 12", ["COMP 3.2", "EVENT 1.9"], [some("policy"), some("declarations")]),
  rule("cz-decree-410-2025 § 13", ["DATA 1.5"], [all("channels-encrypted")]),
  unseen("cz-decree-410-2025 § 14"),
];

const SUPPLIERS = "iso-iec-27001 A.5.19-5.23";

/** ISO/IEC 27001:2022 on suppliers: the catalogue has five controls in one row, each is read by itself. */
export const ISO_27001_RULES: ReadonlyArray<Rule> = [
  rule(`${SUPPLIERS}#A.5.19`, ["ORG 1.6"], [some("requests"), some("policy")]),
  rule(`${SUPPLIERS}#A.5.20`, [], [some("decisions"), none("conditions-overdue")]),
  rule(`${SUPPLIERS}#A.5.21`, [], [some("declarations"), all("assets-with-release")]),
  rule(`${SUPPLIERS}#A.5.22`, [], [some("decisions"), none("conditions-overdue"), some("declarations")]),
  unseen(`${SUPPLIERS}#A.5.23`),
];

/** Things of the portal that speak for an element of the programme beside what the hospital writes of it. */
const LOOKS_OF_ELEMENTS: Readonly<Record<string, ReadonlyArray<Look<HospitalFact>>>> = {
  "ORG 1.3": [some("security-leads"), all("zones-with-owner")],
  "ORG 1.6": [some("requests"), some("declarations"), some("decisions")],
  "ORG 2.1": [all("zones-with-risk")],
  "ORG 2.4": [none("measures-overdue")],
  "CM 1.1": [all("assets-in-zones")],
  "NET 1.1": [some("models-published"), all("zones-with-target")],
  "NET 1.2": [some("models-published"), all("conduits-with-channels")],
  "COMP 3.5": [some("countermeasures")],
  "DATA 1.2": [all("channels-encrypted")],
  "EVENT 1.9": [some("declarations")],
};

/** Every element of IEC 62443-2-1: what the hospital has written of it, and what else the portal has. */
export function programmeRules(elementIds: ReadonlyArray<string>): ReadonlyArray<Rule> {
  return elementIds.map((id) => rule(id, [id], LOOKS_OF_ELEMENTS[id] ?? []));
}
