import type { ClauseRule, Look } from "./readiness";

/** What is counted of one declaration. A whole of 1 is a yes or no that the supplier has stated or not. */
export const PRODUCT_FACTS = [
  ...(["hardening-guide", "secure-by-default", "default-credentials", "signed-updates", "updates"] as const),
  ...(["fix-times", "support-end", "sbom", "vulnerability-contact", "advisories"] as const),
  ...(["exploitable-vulnerabilities", "data-at-rest", "data-in-transit", "data-handling"] as const),
  ...(["logged-events", "network-needs", "access-control", "development-process", "tests"] as const),
  ...(["manuals", "essential-function"] as const),
];
export type ProductFact = (typeof PRODUCT_FACTS)[number];
type Rule = ClauseRule<ProductFact>;

const some = (fact: ProductFact): Look<ProductFact> => ({ fact, expects: "some" });
const all = (fact: ProductFact): Look<ProductFact> => ({ fact, expects: "all" });
const none = (fact: ProductFact): Look<ProductFact> => ({ fact, expects: "none" });

/** Rows are requirements of IEC 62443-4-2: those that do not concern the product's component types are left out. */
function rule(
  clause: string,
  looks: ReadonlyArray<Look<ProductFact>>,
  rows: ReadonlyArray<string> = [],
  outside: Rule["outside"] = "part",
): Rule {
  return { clause, rows, looks, outside };
}
const unseen = (clause: string) => rule(clause, [], [], "all");

/** MDR Annex I 17, 18 and 23, with 14.2(d) that they rest on. */
export const MDR_RULES: ReadonlyArray<Rule> = [
  rule("eu-mdr Annex I 14.2(d)", [some("network-needs")]),
  rule("eu-mdr Annex I 17.1", [], ["CR 3.6", "CR 7.1"]),
  rule("eu-mdr Annex I 17.2", [some("development-process"), some("tests")]),
  rule("eu-mdr Annex I 17.4", [some("hardening-guide"), some("network-needs"), some("access-control")]),
  rule("eu-mdr Annex I 18.8", [some("access-control")], ["CR 1.1", "CR 2.1"]),
  rule("eu-mdr Annex I 23.4(ab)", [some("manuals")]),
];

/** CRA Annex I, both parts. */
export const CRA_RULES: ReadonlyArray<Rule> = [
  unseen("eu-cra Annex I Part I (1)"),
  rule("eu-cra Annex I Part I (2)(a)", [none("exploitable-vulnerabilities"), some("sbom")]),
  rule("eu-cra Annex I Part I (2)(b)", [some("secure-by-default"), some("default-credentials")]),
  rule("eu-cra Annex I Part I (2)(c)", [some("updates"), some("signed-updates")]),
  rule("eu-cra Annex I Part I (2)(d)", [some("access-control")], ["CR 1.1", "CR 1.5", "CR 2.1"]),
  rule("eu-cra Annex I Part I (2)(e)", [all("data-at-rest"), all("data-in-transit")], ["CR 4.1", "CR 4.3"]),
  rule("eu-cra Annex I Part I (2)(f)", [], ["CR 3.1", "CR 3.4"]),
  rule("eu-cra Annex I Part I (2)(g)", [some("data-handling")]),
  rule("eu-cra Annex I Part I (2)(h)", [some("essential-function")], ["CR 7.1", "CR 7.4"]),
  rule("eu-cra Annex I Part I (2)(i)", [some("network-needs")]),
  rule("eu-cra Annex I Part I (2)(j)", [some("hardening-guide")], ["CR 7.7"]),
  rule("eu-cra Annex I Part I (2)(k)", [], ["CR 3.6"]),
  rule("eu-cra Annex I Part I (2)(l)", [some("logged-events")], ["CR 2.8", "CR 6.1"]),
  rule("eu-cra Annex I Part I (2)(m)", [], ["CR 4.2"]),
  rule("eu-cra Annex I Part II (1)", [some("sbom")]),
  rule("eu-cra Annex I Part II (2)", [some("fix-times"), some("updates")]),
  rule("eu-cra Annex I Part II (3)", [some("tests")]),
  rule("eu-cra Annex I Part II (4)", [some("advisories")]),
  rule("eu-cra Annex I Part II (5)-(6)", [some("vulnerability-contact")]),
  rule("eu-cra Annex I Part II (7)-(8)", [some("updates"), some("signed-updates"), some("advisories")]),
];

/** Section 524B of the US Act, as the catalogue has it. */
export const FDA_RULES: ReadonlyArray<Rule> = [
  rule("us-fda-524b 524B(b)(1)", [some("vulnerability-contact"), some("advisories")]),
  rule("us-fda-524b 524B(b)(2)", [some("development-process"), some("updates"), some("fix-times")]),
  rule("us-fda-524b 524B(b)(3)", [some("sbom")]),
  unseen("us-fda-524b 524B(c)"),
];
