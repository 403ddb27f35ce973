import { expect, test } from "vitest";
import { loadCatalogue } from "~/catalogue/index.server";
import { lawRows, PLACED_OBLIGATIONS } from "~/catalogue/law-places.server";
import { LAW_PLACES, type LawQuestion, type LawRow, obligationsAt } from "~/domain/law/obligations";

function aLawRow(overrides: Partial<LawRow> = {}): LawRow {
  return {
    ...{ id: "law Art. 1", instrumentTitle: "A law", ref: "Art. 1", summary: "Do it" },
    ...{ confidence: "cross-checked", places: ["zone"], regimes: null, circumstance: null },
    ...{ appliesFrom: "2026-09-11", ...overrides },
  };
}

function aQuestion(overrides: Partial<LawQuestion> = {}): LawQuestion {
  return { place: "zone", regime: null, circumstances: {}, asOf: "2026-11-22", ...overrides };
}

const DAYS: ReadonlyArray<[string | null, string, string]> = [
  ["2026-09-11", "2026-09-10", "coming"],
  ["2026-09-11", "2026-09-11", "in-force"],
  ["2026-09-11", "2027-01-01", "in-force"],
  [null, "2027-01-01", "undated"],
];

test.each(DAYS)("an obligation from %s is on %s %s", (appliesFrom, asOf, standing) => {
  const [shown] = obligationsAt([aLawRow({ appliesFrom })], aQuestion({ asOf }));
  expect(shown).toMatchObject({ standing, onlyIf: null });
});

const DEPENDS: ReadonlyArray<[string, Partial<LawRow>, Partial<LawQuestion>, object | null | "left out"]> = [
  ["another place", { places: ["decision"] }, {}, "left out"],
  ["the law of the product", { regimes: ["cra"] }, { regime: "cra" }, null],
  ["another law", { regimes: ["cra"] }, { regime: "mdr" }, "left out"],
  ["no law stated", { regimes: ["cra"] }, {}, { regimes: ["cra"], circumstance: null }],
  ["an unclear law", { regimes: ["cra"] }, { regime: "unclear" }, { regimes: ["cra"], circumstance: null }],
  ["remote access", { circumstance: "remote-access" }, { circumstances: { "remote-access": true } }, null],
  [
    "no remote access",
    { circumstance: "remote-access" },
    { circumstances: { "remote-access": false } },
    "left out",
  ],
  ["nobody said", { circumstance: "personal-data" }, {}, { regimes: null, circumstance: "personal-data" }],
];

test.each(DEPENDS)("with %s an obligation shows or not", (_what, row, question, expected) => {
  const [shown] = obligationsAt([aLawRow(row)], aQuestion(question));
  expect(shown ? shown.onlyIf : "left out").toEqual(expected);
});

test("what is in force stands before what comes, soonest first, and before what has no day", () => {
  const rows = [
    aLawRow({ id: "undated", appliesFrom: null }),
    aLawRow({ id: "later", appliesFrom: "2028-01-01" }),
    aLawRow({ id: "sooner", appliesFrom: "2027-01-01" }),
    aLawRow({ id: "now", appliesFrom: "2020-01-01" }),
  ];
  expect(obligationsAt(rows, aQuestion()).map(({ id }) => id)).toEqual(["now", "sooner", "later", "undated"]);
});

test("every placed obligation stands in the catalogue, and every day is a key date of its instrument", () => {
  const { requirements, supplements } = loadCatalogue();
  for (const { id, appliesFrom } of PLACED_OBLIGATIONS) {
    const obligation = requirements.obligations.find((one) => one.id === id);
    const instrument = supplements.instruments.find((one) => one.id === obligation?.instrument);
    expect(obligation, id).toBeDefined();
    const days = instrument?.keyDates.map(({ date }) => date) ?? [];
    if (appliesFrom) expect(days, id).toContain(appliesFrom);
  }
  expect(new Set(PLACED_OBLIGATIONS.map(({ id }) => id)).size).toBe(PLACED_OBLIGATIONS.length);
});

test("no place is a wall of text, and what was only recalled keeps its mark", () => {
  for (const place of LAW_PLACES) {
    const shown = obligationsAt(lawRows(), aQuestion({ place }));
    expect(shown.length, place).toBeGreaterThan(3);
    for (const regime of ["mdr", "ivdr", "cra"] as const)
      expect(obligationsAt(lawRows(), aQuestion({ place, regime })).length, place).toBeLessThanOrEqual(9);
  }
  expect(lawRows().find(({ id }) => id === "cz-decree-409-2025 § 9")?.confidence).toBe("recalled");
  expect(lawRows().find(({ id }) => id === "cz-decree-410-2025 § 11")?.confidence).toBe("single-source");
});
