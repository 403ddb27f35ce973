import type { SecurityLevel } from "~/domain/security-level/security-level";

export type StripColours = {
  /** One ramp from light to dark: it keeps its order without colour vision. */
  levels: Readonly<Record<SecurityLevel, string>>;
  target: string;
  gap: string;
  empty: string;
  beyond: string;
  text: string;
};

/** Follow the theme: see `app/styles/tokens.css`. */
export const SCREEN_COLOURS: StripColours = {
  levels: {
    0: "transparent",
    1: "var(--level-1)",
    2: "var(--level-2)",
    3: "var(--level-3)",
    4: "var(--level-4)",
  },
  target: "var(--strip-target)",
  gap: "var(--strip-gap)",
  empty: "var(--surface)",
  beyond: "var(--strip-beyond)",
  text: "var(--ink)",
};

/** The same on paper: the light values of the tokens. */
export const PAPER_COLOURS: StripColours = {
  levels: { 0: "none", 1: "#4f8aa8", 2: "#3568a0", 3: "#34438a", 4: "#26164f" },
  target: "#152023",
  gap: "#b3261e",
  empty: "#ffffff",
  beyond: "#e3e9e9",
  text: "#152023",
};
