import fc from "fast-check";
import { expect, test } from "vitest";
import { isInLane, minutesUntilNextGuess, type PasswordGuesses } from "~/domain/access/password-guesses";

const NONE: PasswordGuesses = {
  ...{ ofAccountAndNetwork: 0, ofNetwork: 0, ofEverybody: 0, ofStrangersThisMinute: 0, isKnown: false },
};
const SPRAYED = { ofEverybody: 500 };
const KNOWN = { isKnown: true };

test.each<[string, Partial<PasswordGuesses>, number]>([
  ["nothing was tried", {}, 0],
  ["four of the account from here", { ofAccountAndNetwork: 4 }, 0],
  ["five of the account from here", { ofAccountAndNetwork: 5 }, 15],
  ["five of the account from here, its own network", { ofAccountAndNetwork: 5, ...KNOWN }, 15],
  ["ninety-nine of this network", { ofNetwork: 99 }, 0],
  ["a hundred of this network", { ofNetwork: 100 }, 15],
  ["499 of everybody", { ofEverybody: 499, ofStrangersThisMinute: 1000 }, 0],
  ["500 of everybody, the first of a stranger", SPRAYED, 0],
  ["500 of everybody, the second of a stranger", { ...SPRAYED, ofAccountAndNetwork: 1 }, 0],
  ["500 of everybody, the third of a stranger", { ...SPRAYED, ofAccountAndNetwork: 2 }, 15],
  ["500 of everybody, the third from the own network", { ...SPRAYED, ofAccountAndNetwork: 2, ...KNOWN }, 0],
  ["500 of everybody, the tenth of a strange network", { ...SPRAYED, ofNetwork: 9 }, 0],
  ["500 of everybody, the eleventh of a strange network", { ...SPRAYED, ofNetwork: 10 }, 15],
  [
    "500 of everybody, the eleventh of a network where the account is known",
    { ...SPRAYED, ofNetwork: 10, ...KNOWN },
    0,
  ],
  ["500 of everybody, the lane nearly full", { ...SPRAYED, ofStrangersThisMinute: 59 }, 0],
  ["500 of everybody, the lane full", { ...SPRAYED, ofStrangersThisMinute: 60 }, 1],
  [
    "500 of everybody, the lane full, from the own network",
    { ...SPRAYED, ofStrangersThisMinute: 60, ...KNOWN },
    0,
  ],
])("%s", (_name, guesses, minutes) => {
  expect(minutesUntilNextGuess({ ...NONE, ...guesses })).toBe(minutes);
});

const anyGuesses = fc.record({
  ...{ ofAccountAndNetwork: fc.nat(10), ofNetwork: fc.nat(200), ofEverybody: fc.nat(5000) },
  ...{ ofStrangersThisMinute: fc.nat(200), isKnown: fc.boolean() },
});

test("whatever others try, whoever comes from where they signed in before waits no longer than on a quiet day", () => {
  fc.assert(
    fc.property(anyGuesses, fc.nat(5000), (guesses, ofEverybody) => {
      const own = { ...guesses, ...KNOWN };
      expect(minutesUntilNextGuess({ ...own, ofEverybody })).toBe(minutesUntilNextGuess(own));
      expect(isInLane(own)).toBe(false);
    }),
  );
});

test("one guess more never opens what was closed", () => {
  const counted = fc.constantFrom(
    ...(["ofAccountAndNetwork", "ofNetwork", "ofEverybody", "ofStrangersThisMinute"] as const),
  );
  fc.assert(
    fc.property(anyGuesses, counted, (guesses, name) => {
      const more = { ...guesses, [name]: guesses[name] + 1 };
      if (minutesUntilNextGuess(guesses) > 0) expect(minutesUntilNextGuess(more)).toBeGreaterThan(0);
    }),
  );
});
