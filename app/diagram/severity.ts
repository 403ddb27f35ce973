import type { RuleSeverity } from "~/domain/zone-model/rules/rule";

/** Never colour alone: each severity has its own shape. */
export const SEVERITY_ICONS = {
  error: "cross-circle",
  warning: "warning",
  notice: "info",
} as const satisfies Record<RuleSeverity, string>;
