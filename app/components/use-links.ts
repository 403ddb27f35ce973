import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/** Goes where a {@link Link} points to without loading the document anew. Once, for the whole document. */
export function useLinks(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link) return;
      event.preventDefault();
      const { pathname, search, hash } = link;
      const { location } = window;
      navigate(`${pathname}${search}${hash}`, {
        replace: link.href === location.href,
        preventScrollReset: link.dataset.link === "in-place",
      });
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [navigate]);
}

/** The link that is to be followed here; null where the browser or somebody else does something with the press. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  return event.target.closest<HTMLAnchorElement>("a[data-link]:not([target],[download])");
}
