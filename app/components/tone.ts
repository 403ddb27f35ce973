import type { IconName } from "./icon";

/** How something is meant. Colour is never alone: every tone comes with an icon or words. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const TONE_ICONS: Readonly<Record<Exclude<Tone, "neutral">, IconName>> = {
  info: "info",
  success: "check-circle",
  warning: "warning",
  danger: "cross-circle",
};
