import type { Verdict } from "~/domain/assessment/assessment";
import { VERDICTS } from "~/domain/assessment/verdict";
import { ICON_SHAPES } from "../icon-shapes";
import { VERDICT_LOOKS } from "../verdict-badge";

/** The shapes of {@link VerdictMark}, once for a page of hundreds. */
export function VerdictSymbols() {
  return (
    <svg className="hidden" aria-hidden focusable="false">
      {VERDICTS.map((verdict) => (
        <symbol key={verdict} id={`verdict-${verdict}`} viewBox="0 0 20 20">
          {ICON_SHAPES[VERDICT_LOOKS[verdict].icon]}
        </symbol>
      ))}
    </svg>
  );
}

/** The icon of a verdict in its colour; the word stands beside it, or names the cell. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <svg className={`matrix-mark tone-${VERDICT_LOOKS[verdict].tone}`} aria-hidden focusable="false">
      <use href={`#verdict-${verdict}`} />
    </svg>
  );
}
