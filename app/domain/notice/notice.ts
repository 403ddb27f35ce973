import { z } from "zod";
import { VULNERABILITY_SEVERITIES } from "../declaration/fact-values";
import { accept, type Result, refuse } from "../shared/result";
import { lineOfText, optionalLineOfText, textBlock } from "../shared/text";

/** What a supplier tells of: something to know, or one of the two that CRA art. 14 sets clocks for. */
export const NOTICE_KINDS = ["advisory", "exploited-vulnerability", "severe-incident"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Where a notice stands. `withdrawn` is final; what was closed can still turn out to be wrong. */
export const NOTICE_STATES = ["draft", "published", "updated", "closed", "withdrawn"] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const NOTICE_MOVES = ["publish", "update", "close", "withdraw"] as const;
export type NoticeMove = (typeof NOTICE_MOVES)[number];

/** Moves of which hospitals are told by letter: what is closed leaves nothing to do. */
export const TOLD_MOVES = ["publish", "update", "withdraw"] as const;
export type ToldMove = (typeof TOLD_MOVES)[number];

export function isToldMove(move: NoticeMove): move is ToldMove {
  return TOLD_MOVES.some((told) => told === move);
}

type Transition = { from: ReadonlyArray<NoticeState>; to: NoticeState; needsReason: boolean };

/** Every way a notice can go. What hospitals have read is never taken back without a word. */
export const NOTICE_TRANSITIONS: Readonly<Record<NoticeMove, Transition>> = {
  publish: { from: ["draft"], to: "published", needsReason: false },
  update: { from: ["published", "updated"], to: "updated", needsReason: true },
  close: { from: ["published", "updated"], to: "closed", needsReason: false },
  withdraw: { from: ["published", "updated", "closed"], to: "withdrawn", needsReason: true },
};

/** An advisory about a thousand releases has some five megabytes. */
export const MAX_ADVISORY_BYTES = 10 * 1024 * 1024;

/** So many of each may stand in one notice: a guard against exhaustion. */
export const MOST_RELEASES = 200;
const MOST_COMPONENTS = 200;
const MOST_VULNERABILITIES = 200;

/** `CVE-2026-12345`, or the number that the publisher gave it. */
const VulnerabilitySchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/);

export const NoticeContentSchema = z.strictObject({
  kind: z.enum(NOTICE_KINDS),
  title: lineOfText(200),
  /** What happened or is known, and what it means for whoever uses the product. */
  text: textBlock(8000),
  vulnerabilities: z.array(VulnerabilitySchema).max(MOST_VULNERABILITIES),
  /** null = not stated. */
  severity: z.enum(VULNERABILITY_SEVERITIES).nullable(),
  /** Affected releases of the supplier's own products. */
  releaseIds: z.array(z.string().min(1).max(64)).max(MOST_RELEASES),
  /** Parts of those releases that it is about, as their bill of materials names them. */
  components: z
    .array(
      z.strictObject({
        name: lineOfText(200),
        version: optionalLineOfText(80),
        purl: optionalLineOfText(500),
        // Notices from before it could be said have none.
        cpe: optionalLineOfText(500).default(""),
      }),
    )
    .max(MOST_COMPONENTS),
  /** What hospitals can do: update, workaround, isolate. */
  remedies: textBlock(8000),
});
export type NoticeContent = z.output<typeof NoticeContentSchema>;

export const EMPTY_NOTICE: NoticeContent = {
  ...{ kind: "advisory", title: "", text: "", vulnerabilities: [], severity: null },
  ...{ releaseIds: [], components: [], remedies: "" },
};

export const NOTICE_GAPS = ["no-title", "no-text", "no-release", "no-remedy", "no-awareness"] as const;
export type NoticeGap = (typeof NOTICE_GAPS)[number];

/**
 * What is still missing before hospitals can make use of it, in this order. A notice with a clock needs the moment from
 * which it runs (CRA art. 14). What can be done may say that nothing can be done yet, but not be empty.
 */
export function gapsBeforePublishing(
  { kind, title, text, releaseIds, remedies }: NoticeContent,
  { isAware }: { isAware: boolean },
): ReadonlyArray<NoticeGap> {
  const missing: Readonly<Record<NoticeGap, boolean>> = {
    "no-title": title === "",
    "no-text": text === "",
    "no-release": releaseIds.length === 0,
    "no-remedy": remedies === "",
    "no-awareness": kind !== "advisory" && !isAware,
  };
  return NOTICE_GAPS.filter((gap) => missing[gap]);
}

export type NoticeRefusal =
  | { code: "not-in-this-state"; move: NoticeMove; state: NoticeState }
  | { code: "reason-missing"; move: NoticeMove };

/** The state after a move, or why it cannot be made. */
export function moveNotice(
  state: NoticeState,
  move: NoticeMove,
  reason: string,
): Result<NoticeState, NoticeRefusal> {
  const { from, to, needsReason } = NOTICE_TRANSITIONS[move];
  if (!from.includes(state)) return refuse({ code: "not-in-this-state", move, state });
  if (needsReason && reason.trim() === "") return refuse({ code: "reason-missing", move });
  return accept(to);
}

/** True where hospitals read it: from its publication on, also once it has been withdrawn. */
export function isVisibleToHospitals(state: NoticeState): boolean {
  return state !== "draft";
}

/** True where a hospital still has to look at it. */
export function isCurrent(state: NoticeState): boolean {
  return state === "published" || state === "updated";
}

/** The clock of CRA art. 14 that a supplier's notice starts; none for an advisory. */
export function clockIdsOfNotice(kind: NoticeKind): ReadonlyArray<string> {
  switch (kind) {
    case "advisory":
      return [];
    case "exploited-vulnerability":
      return ["cra-exploited-vulnerability"];
    case "severe-incident":
      return ["cra-severe-incident"];
  }
}
