import type { Conduit } from "~/domain/zone-model/zone-model";
import type { ConduitView } from "../../overlays/overlay";

export type LineClass = "line-wired" | "line-wireless" | "line-remote" | "line-temporary";

/** Wireless, remote and temporary conduits differ in their line; the label says the same in words. */
export function lineClassOf({ wireless, remoteAccess, temporary }: Conduit): LineClass {
  if (wireless) return "line-wireless";
  if (remoteAccess) return "line-remote";
  return temporary ? "line-temporary" : "line-wired";
}

/** What a notice says of a conduit is drawn on its line too; its label says it in words. */
export function noticeLineOf(view: ConduitView | null): "line-at-risk" | "line-leads-on" | null {
  return view?.kind === "notice" ? `line-${view.way}` : null;
}

export function isAllEncrypted({ channels }: Conduit): boolean {
  return channels.length > 0 && channels.every(({ encrypted }) => encrypted === true);
}
