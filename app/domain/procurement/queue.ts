import { folded } from "../shared/folded";
import { addDays, type IsoDate } from "../shared/iso-date";

/** What waits for somebody, in the order of the page's filter. */
export const QUEUE_KINDS = [
  "answered-request",
  "waiting-request",
  "notice",
  "decision-to-review",
  "condition",
  "requested-exception",
  "exception-to-review",
  "proposed-countermeasure",
  "submitted-revision",
  "returned-submission",
  "question",
  "comment",
] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

/** Who has the next step: the reader by name, the roles of the reader, others of the hospital, the supplier. */
export const QUEUE_PARTIES = ["me", "role", "others", "supplier"] as const;
export type QueueParty = (typeof QUEUE_PARTIES)[number];

/** `week`, `fortnight` and `month`: due within so many days, what is overdue included. */
export const QUEUE_DUES = ["overdue", "week", "fortnight", "month"] as const;
export type QueueDue = (typeof QUEUE_DUES)[number];
const DAYS_OF = { overdue: -1, week: 7, fortnight: 14, month: 30 } as const satisfies Record<
  QueueDue,
  number
>;

export type QueueEntry = {
  kind: QueueKind;
  /** Of what is opened: unique within its kind. */
  id: string;
  /** Unique in the queue. */
  key: string;
  party: QueueParty;
  title: string;
  about: string;
  modelId: string | null;
  zone: { id: string; name: string } | null;
  supplier: { id: string; name: string } | null;
  /** null: it waits without a day. */
  dueOn: IsoDate | null;
  /** Instant since when it waits. */
  since: string;
};

/** Every member that is null narrows nothing. */
export type QueueFilter = {
  kind: QueueKind | null;
  party: QueueParty | null;
  model: string | null;
  /** Of the model. */
  zone: string | null;
  supplier: string | null;
  due: QueueDue | null;
  find: string | null;
};

export const WHOLE_QUEUE: QueueFilter = {
  ...{ kind: null, party: null, model: null, zone: null, supplier: null, due: null, find: null },
};

/** What is wanted, by the day it is due; what has none comes after, oldest first. */
export function filterQueue(
  entries: ReadonlyArray<QueueEntry>,
  filter: QueueFilter,
  today: IsoDate,
): ReadonlyArray<QueueEntry> {
  return narrowQueue(entries, filter, today).toSorted((a, b) => compareText(orderOf(a), orderOf(b)));
}

/** What is wanted, in the order given. */
export function narrowQueue(
  entries: ReadonlyArray<QueueEntry>,
  filter: QueueFilter,
  today: IsoDate,
): ReadonlyArray<QueueEntry> {
  const words = folded(filter.find ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const until = filter.due === null ? null : addDays(today, DAYS_OF[filter.due]);
  return entries.filter(
    (entry) =>
      (filter.kind === null || entry.kind === filter.kind) &&
      (filter.party === null || entry.party === filter.party) &&
      (filter.model === null || entry.modelId === filter.model) &&
      (filter.zone === null || entry.zone?.id === filter.zone) &&
      (filter.supplier === null || entry.supplier?.id === filter.supplier) &&
      (until === null || (entry.dueOn !== null && entry.dueOn <= until)) &&
      words.every((word) => textOf(entry).includes(word)),
  );
}

/** The last day that these filters can show, each of them together with its kind; null where one shows any day. */
export function lastDayOf(dues: ReadonlyArray<QueueDue | null>, today: IsoDate): IsoDate | null {
  const days = dues.map((due) => due && DAYS_OF[due]);
  return days.length === 0 || days.some((day) => day === null)
    ? null
    : addDays(today, Math.max(...days.map((day) => day ?? 0)));
}

/** Kinds that are read by their day: what is left out is due no sooner than the last one that was read. */
const READ_BY_DAY: ReadonlyArray<QueueKind> = ["condition"];

/** Of the kinds that were not read whole, those of which a filter may miss some; entries as they were read. */
export function cutUnder(
  filter: QueueFilter,
  entries: ReadonlyArray<QueueEntry>,
  cut: ReadonlyArray<QueueKind>,
  today: IsoDate,
): ReadonlyArray<QueueKind> {
  return cut.filter((kind) => {
    if (filter.kind !== null && filter.kind !== kind) return false;
    if (filter.due === null || !READ_BY_DAY.includes(kind)) return true;
    const last = entries.filter((entry) => entry.kind === kind).slice(-1);
    return narrowQueue(last, { ...WHOLE_QUEUE, due: filter.due }, today).length > 0;
  });
}

function textOf({ title, about, zone, supplier }: QueueEntry): string {
  return folded([title, about, zone?.name, supplier?.name].join(" "));
}

/** Where an entry stands in the queue, as text: a page goes on behind the one that ended the page before. */
export function orderOf({ dueOn, since, key }: QueueEntry): string {
  return `${dueOn ?? "9999-12-31"} ${since} ${key}`;
}

/** A page behind `after`, and where the next one goes on; null at the end. */
export function pageOfQueue(
  entries: ReadonlyArray<QueueEntry>,
  after: string | null,
  size: number,
): { entries: ReadonlyArray<QueueEntry>; next: string | null } {
  const rest = after === null ? entries : entries.filter((entry) => orderOf(entry) > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return { entries: page, next: rest.length > size && last ? orderOf(last) : null };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
