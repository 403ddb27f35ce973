import { CountText } from "../count-text";
import { DateText } from "../date-text";
import { Link } from "../link";
import { Panel } from "../panel";

export type WaitingSectionProps = {
  title: string;
  text: string;
  /** Where all of them are. */
  list: string;
  toEntry: (id: string) => string;
  count: number;
  /** There may be more: counting stopped. */
  isCut: boolean;
  /** The hour counts: a clock runs. */
  isTimed?: boolean;
  entries: ReadonlyArray<{ id: string; title: string; about: string; date: string }>;
};

/** One kind of work that waits: how much, as the way to all of it, and the first of it. */
export function WaitingSection({ title, text, list, toEntry, ...section }: WaitingSectionProps) {
  const { count, isCut, isTimed = false, entries } = section;
  return (
    <Panel
      level={3}
      title={
        <Link to={list}>
          {title} (
          <CountText count={isCut ? count + 1 : count} bound={isCut ? count : undefined} />)
        </Link>
      }
      description={text}
    >
      <ul className="grid gap-1">
        {entries.map((entry) => (
          <li
            key={`${entry.id} ${entry.title} ${entry.date}`}
            className="flex flex-wrap items-baseline gap-x-3"
          >
            <Link to={toEntry(entry.id)}>{entry.title}</Link>
            <span className="text-muted line-clamp-2 text-sm">
              <DateText value={entry.date} time={isTimed} />
              {entry.about ? ` · ${entry.about}` : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
