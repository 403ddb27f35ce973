import type { IconName } from "~/components/icon";
import { VERDICT_LOOKS } from "~/components/verdict-badge";
import type { AssetView, ConduitView, ViewTone, ZoneView } from "./overlay";

const TONE_ICONS: Readonly<Record<ViewTone, IconName>> = {
  success: "check-circle",
  warning: "condition",
  danger: "cross-circle",
  neutral: "incomplete",
};

/** Distances have shapes of their own: what is farther is no fault of its own. */
const DISTANCE_ICONS: Readonly<Record<ViewTone, IconName>> = {
  danger: "warning",
  warning: "conduit",
  neutral: "arrow-right",
  success: "check-circle",
};

/** The mark of a view: its shape says what its colour says. Null where a view has nothing to point at. */
export function iconOf(view: ZoneView | ConduitView | AssetView): IconName | null {
  switch (view.kind) {
    case "gaps":
    case "candidate":
      return view.verdict && VERDICT_LOOKS[view.verdict].icon;
    case "difference":
      return view.change === "added" ? "plus" : view.change === "changed" ? "edit" : null;
    case "approval":
      return view.tone === "neutral" ? null : TONE_ICONS[view.tone];
    case "achieved":
      // Nothing known is no mark: the strip is empty then.
      return view.tone === "neutral" ? null : TONE_ICONS[view.tone];
    case "affected":
      return "warning";
    case "notice":
      return DISTANCE_ICONS["way" in view && view.way === "leads-on" ? "neutral" : view.tone];
    case "countermeasures":
      return TONE_ICONS[view.tone];
  }
}
