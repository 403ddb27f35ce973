import type { IconName } from "~/components/icon";
import { VERDICT_LOOKS } from "~/components/verdict-badge";
import type { ConduitView, ViewTone, ZoneView } from "./overlay";

const TONE_ICONS: Readonly<Record<ViewTone, IconName>> = {
  success: "check-circle",
  warning: "condition",
  danger: "cross-circle",
  neutral: "incomplete",
};

/** The mark of a view: its shape says what its colour says. Null where a view has nothing to point at. */
export function iconOf(view: ZoneView | ConduitView): IconName | null {
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
    case "countermeasures":
      return TONE_ICONS[view.tone];
  }
}
