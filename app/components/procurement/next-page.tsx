import { useSearchParams } from "@remix-run/react";
import { ButtonLink } from "../button-link";

/** On to the entries after the last one; filters stay. The parameter is `page`, which every filter chip clears. */
export function NextPage({ after, children }: { after: string | null; children: string }) {
  const [search] = useSearchParams();
  if (after === null) return null;
  const next = new URLSearchParams(search);
  next.set("page", after);
  return (
    <div className="actions">
      <ButtonLink to={`?${next}`}>{children}</ButtonLink>
    </div>
  );
}
