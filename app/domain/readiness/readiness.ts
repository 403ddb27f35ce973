/** Something that the portal can count: how many there are, and of how many, where there is a whole. */
export type Counted = { count: number; of: number | null };

/**
 * One thing to look at. `some`: there is at least one; `all`: every one of a whole that is not empty; `none`: there is
 * nothing of it, as of what is overdue.
 */
export type Look<Fact extends string> = { fact: Fact; expects: "some" | "all" | "none" };

/** Of a row of a standard: done and shown, done and shown by nothing, still to be done, or said not to apply. */
export const ROW_STANDINGS = ["proven", "unproven", "open", "without-use"] as const;
export type RowStanding = (typeof ROW_STANDINGS)[number];

/** How one clause is read out of the portal. */
export type ClauseRule<Fact extends string> = {
  /** Of an obligation or a row of the catalogue, or `id#part` where the catalogue has several in one row. */
  clause: string;
  looks: ReadonlyArray<Look<Fact>>;
  /** Measures of a hospital, or requirements that a product answers. */
  rows: ReadonlyArray<string>;
  /** What of the clause happens where Cordon cannot see it. */
  outside: "nothing" | "part" | "all";
};

/** `shown` never means that a law is kept: only that nothing is missing of what Cordon looks at. */
export const CLAUSE_STANDINGS = ["shown", "partly", "nothing", "unseen"] as const;
export type ClauseStanding = (typeof CLAUSE_STANDINGS)[number];

export type ClauseReading<Fact extends string> = {
  clause: string;
  standing: ClauseStanding;
  looks: ReadonlyArray<Look<Fact> & Counted & { isShown: boolean }>;
  rows: ReadonlyArray<{ id: string; standing: RowStanding }>;
  outside: ClauseRule<Fact>["outside"];
};

/**
 * What the portal shows of each clause, what it misses, and where it cannot see. A fact that is not among `facts` and a
 * row that is not among `rows` count as nothing: silence is not compliance.
 */
export function readClauses<Fact extends string>(
  rules: ReadonlyArray<ClauseRule<Fact>>,
  facts: Readonly<Partial<Record<Fact, Counted>>>,
  rows: ReadonlyMap<string, RowStanding>,
): ReadonlyArray<ClauseReading<Fact>> {
  return rules.map((rule) => {
    const looks = rule.looks.map((look) => {
      const counted = facts[look.fact] ?? { count: 0, of: null };
      return { ...look, ...counted, isShown: isShown(look, counted) };
    });
    const standings = rule.rows.map((id) => ({ id, standing: rows.get(id) ?? ("open" as const) }));
    const { clause, outside } = rule;
    return { clause, standing: standingOf(rule, looks, standings), looks, rows: standings, outside };
  });
}

function isShown({ expects }: Pick<Look<string>, "expects">, { count, of }: Counted): boolean {
  switch (expects) {
    case "some":
      return count > 0;
    case "all":
      return of !== null && of > 0 && count === of;
    case "none":
      return count === 0;
  }
}

function standingOf(
  { outside }: Pick<ClauseRule<string>, "outside">,
  looks: ReadonlyArray<Look<string> & Counted & { isShown: boolean }>,
  rows: ReadonlyArray<{ standing: RowStanding }>,
): ClauseStanding {
  if (outside === "all" || looks.length + rows.length === 0) return "unseen";
  const areRowsDone = rows.every(({ standing }) => standing === "proven" || standing === "without-use");
  if (areRowsDone && looks.every((look) => look.isShown)) return "shown";
  // That nothing is overdue shows nothing by itself: there may be nothing at all.
  const hasAnything =
    looks.some(({ expects, count }) => expects !== "none" && count > 0) ||
    rows.some(({ standing }) => standing === "proven" || standing === "unproven");
  return hasAnything ? "partly" : "nothing";
}

/** How many clauses stand how; never put together to one number. */
export function countStandings(
  readings: ReadonlyArray<Pick<ClauseReading<string>, "standing">>,
): Readonly<Record<ClauseStanding, number>> {
  const counts = { shown: 0, partly: 0, nothing: 0, unseen: 0 };
  for (const { standing } of readings) counts[standing] += 1;
  return counts;
}
