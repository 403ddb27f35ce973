import type { Finding, FindingOutcome, ReachState, Verdict } from "./assessment";

/** Best first. The worst open finding decides (product.md §4 step 8). */
export const VERDICTS: ReadonlyArray<Verdict> = [
  "conforms",
  "conforms-with-conditions",
  "incomplete",
  "does-not-conform",
];

/** Negative where `a` is better than `b`, 0 where they are the same. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return VERDICTS.indexOf(a) - VERDICTS.indexOf(b);
}

/** The worst outcome, and the ids of the findings that caused it; notes never decide. */
export function verdictOf(findings: ReadonlyArray<Finding>): {
  verdict: Verdict;
  decidedBy: ReadonlyArray<string>;
} {
  const verdict = findings.reduce<Verdict>(
    (worst, { outcome }) => (compareVerdicts(outcome, worst) > 0 ? outcome : worst),
    "conforms",
  );
  const decisive = findings.filter(({ outcome, severity }) => outcome === verdict && severity !== "note");
  return { verdict, decidedBy: decisive.map((finding) => finding.id) };
}

/** What a foundational requirement in this state means for the product. */
export function outcomeOf(state: ReachState): FindingOutcome {
  switch (state) {
    case "reached":
      return "conforms";
    case "reached-with-countermeasures":
      return "conforms-with-conditions";
    case "undecided":
      return "incomplete";
    case "short":
      return "does-not-conform";
  }
}
