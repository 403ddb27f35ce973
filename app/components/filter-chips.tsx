import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "./link";

type FilterChipsProps = {
  label: string;
  /** The search parameter that holds the choice. */
  param: string;
  options: ReadonlyArray<{ value: string; label: string; count?: number }>;
  /** What stands for no choice; “All” where nothing is given. */
  all?: string;
};

/** A filter as links, so that the filtered page has an address. Other parameters stay; the page starts anew. */
export function FilterChips({ label, param, options, all }: FilterChipsProps) {
  const { t } = useTranslation("components");
  const [search] = useSearchParams();
  const selected = search.get(param);
  const entries = [{ value: null, label: all ?? t("filter.all"), count: undefined }, ...options];
  return (
    <nav aria-label={label} className="chips">
      <span className="chips-label" aria-hidden>
        {label}
      </span>
      <ul>
        {entries.map((option) => (
          <li key={option.value ?? ""}>
            <Link
              to={toSearch(search, param, option.value)}
              preventScrollReset
              className="chip"
              aria-current={option.value === selected ? "true" : undefined}
            >
              {option.label}
              {option.count === undefined ? null : <span className="tab-count">{option.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function toSearch(search: URLSearchParams, param: string, value: string | null): string {
  const next = new URLSearchParams(search);
  next.delete("page");
  next.delete("before");
  next.delete(param);
  if (value !== null) next.set(param, value);
  return `?${next}`;
}
