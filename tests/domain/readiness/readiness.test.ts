import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { loadCatalogue } from "~/catalogue/index.server";
import { EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import { ISO_27001_RULES, NIS2_RULES, programmeRules, ZOKB_RULES } from "~/domain/readiness/hospital-rules";
import { factsOfProduct, rowsOfProduct } from "~/domain/readiness/product-facts";
import { CRA_RULES, FDA_RULES, MDR_RULES } from "~/domain/readiness/product-rules";
import { type ClauseRule, countStandings, type RowStanding, readClauses } from "~/domain/readiness/readiness";
import { aFullDeclaration } from "../../cli/full-files";

type Fact = "things" | "whole" | "late";
const aRule = (overrides: Partial<ClauseRule<Fact>> = {}): ClauseRule<Fact> => ({
  ...{ clause: "law Art. 1", looks: [], rows: [], outside: "part" as const },
  ...overrides,
});
const SOME = { fact: "things", expects: "some" } as const;
const ALL = { fact: "whole", expects: "all" } as const;
const NONE = { fact: "late", expects: "none" } as const;

const CASES: ReadonlyArray<
  [
    string,
    Partial<ClauseRule<Fact>>,
    Parameters<typeof readClauses<Fact>>[1],
    ReadonlyArray<[string, RowStanding]>,
    string,
  ]
> = [
  ["nothing to look at", {}, {}, [], "unseen"],
  [
    "what happens elsewhere",
    { outside: "all", looks: [SOME] },
    { things: { count: 3, of: null } },
    [],
    "unseen",
  ],
  ["at least one", { looks: [SOME] }, { things: { count: 1, of: null } }, [], "shown"],
  ["not one", { looks: [SOME] }, { things: { count: 0, of: null } }, [], "nothing"],
  ["a fact that nobody counted", { looks: [SOME] }, {}, [], "nothing"],
  ["every one", { looks: [ALL] }, { whole: { count: 4, of: 4 } }, [], "shown"],
  ["all but one", { looks: [ALL] }, { whole: { count: 3, of: 4 } }, [], "partly"],
  ["every one of none", { looks: [ALL] }, { whole: { count: 0, of: 0 } }, [], "nothing"],
  ["nothing late and nothing else", { looks: [NONE, SOME] }, { late: { count: 0, of: null } }, [], "nothing"],
  [
    "something late",
    { looks: [NONE, SOME] },
    { late: { count: 2, of: null }, things: { count: 1, of: null } },
    [],
    "partly",
  ],
  [
    "rows done and proven",
    { rows: ["A", "B"] },
    {},
    [
      ["A", "proven"],
      ["B", "without-use"],
    ],
    "shown",
  ],
  ["a row without proof", { rows: ["A"] }, {}, [["A", "unproven"]], "partly"],
  ["a row still open", { rows: ["A"] }, {}, [["A", "open"]], "nothing"],
  ["a row that nobody knows", { rows: ["A", "B"] }, {}, [["A", "proven"]], "partly"],
];

test.each(CASES)("with %s a clause stands as it should", (_what, rule, facts, rows, expected) => {
  const [reading] = readClauses([aRule(rule)], facts, new Map(rows));
  expect(reading?.standing).toBe(expected);
});

test("standings are counted and never put together", () => {
  const readings = readClauses(
    [aRule(), aRule({ looks: [SOME] })],
    { things: { count: 1, of: null } },
    new Map(),
  );
  expect(countStandings(readings)).toEqual({ shown: 1, partly: 0, nothing: 0, unseen: 1 });
});

const FRAMEWORKS = [
  ["eu-nis2 Art. 21(2)", NIS2_RULES, 10],
  ["cz-zokb §", ZOKB_RULES, 6],
  ["cz-decree-409", ZOKB_RULES, 7],
  ["cz-decree-410", ZOKB_RULES, 6],
  ["eu-mdr Annex I 17", MDR_RULES, 3],
  ["eu-mdr Annex I 18", MDR_RULES, 1],
  ["eu-mdr Annex I 23", MDR_RULES, 1],
  ["eu-cra Annex I ", CRA_RULES, 20],
  ["us-fda-524b", FDA_RULES, 4],
] as const;

test.each(FRAMEWORKS)("every clause %s of the catalogue has its rule", (start, rules, count) => {
  const wanted = loadCatalogue()
    .requirements.obligations.map(({ id }) => id)
    .filter((id) => id.startsWith(start));
  const had = rules.map(({ clause }) => clause).filter((clause) => clause.startsWith(start));
  expect(had.toSorted()).toEqual(wanted.toSorted());
  expect(had).toHaveLength(count);
});

test("every rule names what the catalogue has, and is named once", () => {
  const { requirements } = loadCatalogue();
  const obligations = new Set(requirements.obligations.map(({ id }) => id));
  const elements = new Set(requirements["programme-requirements"].map(({ id }) => id));
  const components = new Set(COMPONENT_REQUIREMENTS.map(({ id }) => id));
  const hospital = [...NIS2_RULES, ...ZOKB_RULES, ...ISO_27001_RULES];
  const product = [...MDR_RULES, ...CRA_RULES, ...FDA_RULES];
  for (const { clause } of [...hospital, ...product])
    expect(obligations.has(clause.split("#")[0] ?? ""), clause).toBe(true);
  for (const { clause, rows } of hospital)
    expect(
      rows.filter((id) => !elements.has(id)),
      clause,
    ).toEqual([]);
  for (const { clause, rows } of product)
    expect(
      rows.filter((id) => !components.has(id)),
      clause,
    ).toEqual([]);
  const clauses = [...hospital, ...product].map(({ clause }) => clause);
  expect(new Set(clauses).size).toBe(clauses.length);
  expect(programmeRules([...elements])).toHaveLength(87);
});

test("an empty declaration shows nothing of any clause, and a full one something", () => {
  const empty = EMPTY_DECLARATION_CONTENT;
  const read = (content: typeof empty) =>
    readClauses(
      [...MDR_RULES, ...CRA_RULES, ...FDA_RULES],
      factsOfProduct(content),
      rowsOfProduct(content, COMPONENT_REQUIREMENTS, "2026-11-22"),
    );
  expect(countStandings(read(empty))).toMatchObject({ shown: 0, partly: 0, unseen: 2 });
  const full = countStandings(read(aFullDeclaration().content));
  expect(full.shown + full.partly).toBeGreaterThan(10);
});

test("a requirement counts as proven only with evidence that is in date", () => {
  const piece = aFullDeclaration().content.evidence[0];
  if (!piece) throw new Error("the full declaration has evidence");
  const evidence = [{ ...piece, id: "e1", validFrom: null, validUntil: "2026-12-31" }];
  const content = {
    ...{ componentTypes: ["host-device" as const], evidence },
    answers: {
      "CR 1.1": { value: "met" as const, evidenceIds: ["e1"] },
      "CR 2.1": { value: "met" as const },
      "CR 2.8": { value: "not-applicable" as const },
      "CR 3.1": { value: "not-applicable" as const, note: "No network" },
      "CR 3.4": { value: "met-with-countermeasure" as const, note: "Jump host" },
    },
  };
  const rows = rowsOfProduct(content, COMPONENT_REQUIREMENTS, "2026-11-22");
  const ids = ["CR 1.1", "CR 2.1", "CR 2.8", "CR 3.1", "CR 3.4", "CR 4.1", "NDR 1.6"];
  expect(ids.map((id) => rows.get(id))).toEqual([
    ...["proven", "unproven", "open", "without-use", "open", "open", "without-use"],
  ]);
  expect(rowsOfProduct(content, COMPONENT_REQUIREMENTS, "2027-01-01").get("CR 1.1")).toBe("unproven");
});
