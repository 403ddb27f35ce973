import { VERDICTS } from "../assessment/verdict";
import { DECISION_KINDS } from "./decision";
import { QUEUE_DUES, QUEUE_KINDS, QUEUE_PARTIES } from "./queue";
import { REGISTER_STATES } from "./register";
import { REQUEST_STATES } from "./request";

/** Pages whose filters are kept under a name. */
export const VIEW_PAGES = ["queue", "matrix", "register", "decisions", "requests"] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** What a page filters by: one of these values, or any text. Where in the list somebody was is no part of a filter. */
type Parameters = Readonly<Record<string, ReadonlyArray<string> | "text">>;
const PARAMETERS: Readonly<Record<ViewPage, Parameters>> = {
  queue: {
    ...{ kind: QUEUE_KINDS, party: QUEUE_PARTIES, due: QUEUE_DUES },
    ...{ model: "text", zone: "text", supplier: "text", find: "text" },
  },
  matrix: { model: "text", verdict: VERDICTS, supplier: "text" },
  register: { find: "text", model: "text", zone: "text", state: REGISTER_STATES },
  decisions: { kind: DECISION_KINDS, review: ["needed"], conditions: ["open"] },
  requests: { state: [...REQUEST_STATES, "overdue"] },
};

const TEXT_AT_MOST = 200;

/** So many views of one person are kept, over all pages. */
export const VIEWS_OF_PERSON = 50;

/**
 * What a page still understands of a query, in the order of its filters, and the names of what it does not: a page
 * changes, and a view is older than the page.
 */
export function readViewQuery(
  page: ViewPage,
  query: string,
): { query: string; dropped: ReadonlyArray<string> } {
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  const dropped = new Set<string>();
  for (const [name, value] of given) {
    const known = Object.hasOwn(PARAMETERS[page], name) ? PARAMETERS[page][name] : undefined;
    const isUnderstood = known === "text" ? value.length <= TEXT_AT_MOST : known?.includes(value);
    if (value === "") continue;
    if (isUnderstood && !kept.has(name)) kept.set(name, value);
    else dropped.add(name);
  }
  const order = Object.keys(PARAMETERS[page]);
  const sorted = [...kept].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return { query: new URLSearchParams(sorted).toString(), dropped: [...dropped] };
}
