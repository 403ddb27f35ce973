import type { ReactNode } from "react";

type KeyValueProps = { entries: ReadonlyArray<{ term: string; value: ReactNode }>; columns?: 1 | 2 | 3 };

/** Facts by name, side by side as far as there is room. */
export function KeyValue({ entries, columns = 1 }: KeyValueProps) {
  return (
    <dl className={`key-value key-value-${columns}`}>
      {entries.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
