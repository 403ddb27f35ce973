import type { Coverage } from "~/domain/management/coverage";
import type { LevelReach } from "~/domain/management/level-reach";
import type { Response } from "~/domain/management/supplier-response";
import type { Look } from "./chart-shape";

/* What is well is dark and plain; what is not has the colour of gaps and lines across; what nobody knows is dotted. */
const WELL: Look = { ground: "var(--level-3)", texture: "plain" };
const PARTLY: Look = { ground: "var(--level-2)", texture: "diagonal" };
const BADLY: Look = { ground: "var(--strip-gap)", texture: "upright" };
const UNKNOWN: Look = { ground: "var(--strip-beyond)", texture: "dotted" };
const NOTHING: Look = { ground: "var(--surface)", texture: "outline" };
const HALTED: Look = { ground: "var(--line-strong)", texture: "level" };

export const COVERAGE_LOOKS: Readonly<Record<Coverage, Look>> = {
  decided: WELL,
  partly: PARTLY,
  undecided: BADLY,
  "nothing-placed": NOTHING,
  "target-not-accepted": UNKNOWN,
  "no-target": HALTED,
};

export const REACH_LOOKS: Readonly<Record<LevelReach, Look>> = {
  reached: WELL,
  short: BADLY,
  unknown: UNKNOWN,
  "nothing-placed": NOTHING,
};

export const GAP_LOOKS = {
  "not-met": BADLY,
  "countermeasure-missing": PARTLY,
} as const satisfies Record<string, Look>;

export const RESPONSE_LOOKS: Readonly<Record<Response, Look>> = {
  "on-time": WELL,
  late: PARTLY,
  waiting: UNKNOWN,
  overdue: BADLY,
  declined: HALTED,
};

/** Where one thing alone is counted, its length says it all. */
export const COUNT_LOOK: Look = { ground: "var(--level-2)", texture: "plain" };
