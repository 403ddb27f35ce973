import type { Verdict } from "~/domain/assessment/assessment";
import type { Step } from "~/domain/notice/blast-radius";
import type { FoundationalRequirement, SlVector } from "~/domain/security-level/security-level";

/** What the zones of the diagram can show besides themselves. */
export const OVERLAYS = [
  ...(["target", "achieved", "gaps", "approval", "countermeasures", "notice", "difference"] as const),
];
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
  /** How far a fault told by a notice is away; null where no conduit leads there. */
  | { kind: "notice"; tone: ViewTone; hops: number | null; assets: number; how: Step["how"] | null }
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
  /** `at-risk`: an affected asset stands at one of its ends. `leads-on`: the shortest way farther goes through it. */
  | { kind: "notice"; tone: ViewTone; way: "at-risk" | "leads-on" }
  | { kind: "difference"; tone: ViewTone; change: "added" | "changed" };

/** What it says of an asset. */
export type AssetView =
  | Extract<ConduitView, { kind: "difference" }>
  /** It is one of the releases that the notice is about. */
  | { kind: "affected"; tone: ViewTone };

/** What an overlay says of a model, by id; elements that it says nothing of are not in it. */
export type Views = {
  zones: ReadonlyMap<string, ZoneView>;
  conduits: ReadonlyMap<string, ConduitView>;
  /** Assets that a notice is about; the same set as long as they are the same. */
  affected: ReadonlySet<string>;
};

export const NO_VIEWS: Views = { zones: new Map(), conduits: new Map(), affected: new Set() };
