import fc from "fast-check";
import { expect, test } from "vitest";
import {
  EMPTY_NOTICE,
  gapsBeforePublishing,
  isCurrent,
  isVisibleToHospitals,
  moveNotice,
  NOTICE_GAPS,
  NOTICE_MOVES,
  NOTICE_STATES,
  type NoticeContent,
  NoticeContentSchema,
  type NoticeMove,
  type NoticeState,
} from "~/domain/notice/notice";

const COMPLETE: NoticeContent = {
  ...EMPTY_NOTICE,
  ...{
    title: "Memory is read",
    text: "Whoever can reach it …",
    releaseIds: ["r1"],
    remedies: "Update to 3.4.2",
  },
};

/** Every state with every move; null = cannot be made. */
const TABLE: Readonly<Record<NoticeState, Readonly<Record<NoticeMove, NoticeState | null>>>> = {
  draft: { publish: "published", update: null, close: null, withdraw: null },
  published: { publish: null, update: "updated", close: "closed", withdraw: "withdrawn" },
  updated: { publish: null, update: "updated", close: "closed", withdraw: "withdrawn" },
  closed: { publish: null, update: null, close: null, withdraw: "withdrawn" },
  withdrawn: { publish: null, update: null, close: null, withdraw: null },
};

test.each(NOTICE_STATES.flatMap((state) => NOTICE_MOVES.map((move) => [state, move] as const)))(
  "a notice that is %s: %s",
  (state, move) => {
    const to = TABLE[state][move];
    expect(moveNotice(state, move, "Because")).toEqual(
      to ? { ok: true, value: to } : { ok: false, refusal: { code: "not-in-this-state", move, state } },
    );
  },
);

test("who changes or takes back what hospitals have read says why", () => {
  for (const move of ["update", "withdraw"] as const)
    expect(moveNotice("published", move, "  ")).toEqual({
      ok: false,
      refusal: { code: "reason-missing", move },
    });
  expect(moveNotice("published", "close", "")).toEqual({ ok: true, value: "closed" });
});

test("once published it is never hidden again, however it goes on", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...NOTICE_MOVES), { maxLength: 12 }), (moves) => {
      let state: NoticeState = "draft";
      let wasSeen = false;
      for (const move of moves) {
        const moved = moveNotice(state, move, "Because");
        if (moved.ok) state = moved.value;
        if (wasSeen) expect(isVisibleToHospitals(state)).toBe(true);
        wasSeen ||= isVisibleToHospitals(state);
        if (isCurrent(state)) expect(wasSeen).toBe(true);
      }
    }),
  );
});

test.each([
  ["an empty one", EMPTY_NOTICE, false, ["no-title", "no-text", "no-release", "no-remedy"]],
  ["a complete advisory", COMPLETE, false, []],
  [
    "a severe incident without the moment",
    { ...COMPLETE, kind: "severe-incident" as const },
    false,
    ["no-awareness"],
  ],
  ["an exploited vulnerability with it", { ...COMPLETE, kind: "exploited-vulnerability" as const }, true, []],
])("what is missing before publishing: %s", (_, content, isAware, expected) => {
  expect(gapsBeforePublishing(content, { isAware })).toEqual(expected);
  for (const gap of expected) expect(NOTICE_GAPS).toContain(gap);
});

test("numbers of vulnerabilities are one word, and texts that deceive are refused", () => {
  const parse = (changes: object) => NoticeContentSchema.safeParse({ ...COMPLETE, ...changes }).success;
  expect(parse({ vulnerabilities: ["CVE-2026-12345", "GHSA-xxxx-yyyy"] })).toBe(true);
  expect(parse({ vulnerabilities: ["CVE 2026"] })).toBe(false);
  expect(parse({ vulnerabilities: ["<b>"] })).toBe(false);
  expect(parse({ title: "a\u202Eb" })).toBe(false);
});
