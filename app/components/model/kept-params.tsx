import { useSearchParams } from "@remix-run/react";

/** What the address says besides what a search form asks for, so that asking for one thing keeps the rest. */
export function KeptParams({ except }: { except: ReadonlyArray<string> }) {
  const [search] = useSearchParams();
  return [...search]
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
