import type { Verdict } from "~/domain/assessment/assessment";
import type { FoundationalRequirement, SlVector } from "~/domain/security-level/security-level";

/** What the zones of the diagram can show besides themselves. */
export const OVERLAYS = ["target", "achieved", "gaps", "approval", "countermeasures", "difference"] as const;
export type Overlay = (typeof OVERLAYS)[number];

export function isOverlay(word: string | null | undefined): word is Overlay {
  return OVERLAYS.some((overlay) => overlay === word);
}

/** How a zone stands out; words and an icon say the same. */
export type ViewTone = "success" | "warning" | "danger" | "neutral";

export type ZoneView =
  | {
      kind: "achieved";
      tone: ViewTone;
      /** SL-A without and with the ledger; null where no product is known. */
      alone: SlVector | null;
      vector: SlVector | null;
      unknown: number;
    }
  | {
      kind: "gaps";
      tone: ViewTone;
      verdict: Verdict | null;
      /** Products that do not conform or are not known to, of so many. */
      fallShort: number;
      products: number;
      short: ReadonlyArray<FoundationalRequirement>;
    }
  /** Assets by where their products stand in the zone; `short` do not conform or were refused. */
  | {
      kind: "approval";
      tone: ViewTone;
      approved: number;
      short: number;
      never: number;
      unlinked: number;
    }
  | { kind: "countermeasures"; tone: ViewTone; inForce: number; expiring: number; expired: number }
  | {
      kind: "difference";
      tone: ViewTone;
      change: "added" | "changed" | "same";
      up: ReadonlyArray<FoundationalRequirement>;
      down: ReadonlyArray<FoundationalRequirement>;
      assets: { added: number; removed: number; changed: number };
    }
  | { kind: "candidate"; tone: ViewTone; verdict: Verdict | null };

export type ConduitView =
  | { kind: "countermeasures"; tone: ViewTone; inForce: number; expiring: number; expired: number }
  | { kind: "difference"; tone: ViewTone; change: "added" | "changed" };

/** What an overlay says of a model, by id; elements that it says nothing of are not in it. */
export type Views = {
  zones: ReadonlyMap<string, ZoneView>;
  conduits: ReadonlyMap<string, ConduitView>;
};

export const NO_VIEWS: Views = { zones: new Map(), conduits: new Map() };
