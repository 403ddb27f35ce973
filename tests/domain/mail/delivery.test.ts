import { expect, test } from "vitest";
import { type Attempt, afterAttempt, PAUSES_MS } from "~/domain/mail/delivery";
import { headerLine } from "~/domain/mail/letter";

const NOW = new Date("2026-11-22T10:00:00.000Z");
const failed: Attempt = { outcome: "failed", failure: "ECONNREFUSED" };

test("a delivered letter is settled", () => {
  expect(afterAttempt({ outcome: "delivered" }, 3, NOW)).toEqual({
    ...{ state: "sent", failure: "", dueAt: NOW, settledAt: NOW },
  });
});

test("a refused letter is given up at once, with the reason", () => {
  expect(afterAttempt({ outcome: "refused", failure: "550 unknown" }, 1, NOW)).toMatchObject({
    ...{ state: "given-up", failure: "550 unknown", settledAt: NOW },
  });
});

test("pauses grow with every failed try, and after the last one the letter is given up", () => {
  const pauses = PAUSES_MS.map((_, place) => {
    const { state, dueAt, settledAt } = afterAttempt(failed, place + 1, NOW);
    expect([state, settledAt]).toEqual(["waiting", null]);
    return dueAt.getTime() - NOW.getTime();
  });
  expect(pauses).toEqual([60_000, 300_000, 900_000, 3_600_000, 14_400_000, 43_200_000, 86_400_000]);
  expect(afterAttempt(failed, PAUSES_MS.length + 1, NOW)).toMatchObject({
    ...{ state: "given-up", failure: "ECONNREFUSED", settledAt: NOW },
  });
});

test.each([
  ["Pump\r\nBcc: everybody@example.test", "Pump Bcc: everybody@example.test"],
  ["a\u2028b\u2029c\u0000d\te", "a b c d e"],
  ["\u202Eevil\u2066", "evil"],
  ["  two   spaces ", "two spaces"],
])("a header has one line and no hidden characters: %j", (text, line) => {
  expect(headerLine(text)).toBe(line);
});

test("a header is cut between characters", () => {
  expect(headerLine("🏥".repeat(200), 10)).toBe(`${"🏥".repeat(9)}…`);
  expect(headerLine("a".repeat(150))).toHaveLength(150);
});
