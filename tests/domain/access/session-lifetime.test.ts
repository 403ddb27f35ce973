import { expect, test } from "vitest";
import {
  ABSOLUTE_MS,
  IDLE_MS,
  isLive,
  LATEST_MS,
  needsTouch,
  TOGETHER_MS,
  TOUCH_MS,
  touchesNow,
} from "~/domain/access/session-lifetime";

const START = new Date("2026-11-21T08:00:00.000Z");
const after = (ms: number) => new Date(START.getTime() + ms);
const session = { lastSeenAt: START, expiresAt: after(ABSOLUTE_MS) };

test.each([
  ["at once", 0, true],
  ["one millisecond before half an hour", IDLE_MS - 1, true],
  ["after half an hour without a request", IDLE_MS, false],
])("%s a session lives: %s", (_when, ms, lives) => {
  expect(isLive(session, after(ms))).toBe(lives);
});

test("twelve hours after sign-in it ends, however busy it was", () => {
  const busy = { lastSeenAt: after(ABSOLUTE_MS - 1), expiresAt: session.expiresAt };
  expect(isLive(busy, after(ABSOLUTE_MS - 1))).toBe(true);
  expect(isLive(busy, after(ABSOLUTE_MS))).toBe(false);
});

test("the last request is written down at most once a minute", () => {
  expect(needsTouch(session, after(TOUCH_MS - 1))).toBe(false);
  expect(needsTouch(session, after(TOUCH_MS))).toBe(true);
});

test.each([
  ["none was written yet", TOUCH_MS, null, true],
  ["some were written a moment ago", TOUCH_MS, TOUCH_MS - 1, false],
  ["the last were written long enough ago", TOUCH_MS + TOGETHER_MS, TOUCH_MS, true],
  ["it has waited for others for too long", LATEST_MS, LATEST_MS - 1, true],
])("a time that is due is written with the others where %s", (_when, ms, writtenMs, isWritten) => {
  const writtenAt = writtenMs === null ? null : after(writtenMs);
  expect(touchesNow(session, after(ms), writtenAt)).toBe(isWritten);
});
