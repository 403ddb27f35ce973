import type { AnchorHTMLAttributes } from "react";

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & {
  /** From the root of the portal; with `?` or `#` of the page that is open. */
  to: string;
  /** The page stays where it is scrolled to. */
  preventScrollReset?: boolean;
  /** Loads the document anew. */
  reloadDocument?: boolean;
};

/**
 * Goes to another page of the portal; {@link useLinks} answers the press for all of them at once. Tables have several in
 * each row, and one of the framework, which listens for itself, costs as much to draw as the rest of its row.
 */
export function Link({ to, preventScrollReset = false, reloadDocument = false, ...anchor }: LinkProps) {
  const inPlace = preventScrollReset ? "in-place" : "";
  return <a {...anchor} href={to} data-link={reloadDocument ? undefined : inPlace} />;
}
