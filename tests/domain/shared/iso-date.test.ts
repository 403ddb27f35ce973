import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addYears, IsoDateSchema, toIsoDate } from "~/domain/shared/iso-date";

test("an instant is the day it is in UTC", () => {
  expect(toIsoDate(new Date("2026-11-21T23:59:59+02:00"))).toBe("2026-11-21");
});

test.each([
  ["2026-11-21", 0, "2026-11-21"],
  ["2026-11-21", 8, "2034-11-21"],
  ["2026-01-31", 1, "2027-01-31"],
  ["2024-02-28", 4, "2028-02-28"],
  ["2026-02-28", 2, "2028-02-28"],
  ["0099-12-31", 1, "0100-12-31"],
])("%s and %i years are %s", (date, years, expected) => {
  expect(addYears(date, years)).toBe(expected);
});

test.each([
  ["2024-02-29", 1, "2025-02-28"],
  ["2024-02-29", 4, "2028-02-29"],
  ["2096-02-29", 4, "2100-02-28"],
  ["1996-02-29", 4, "2000-02-29"],
])("29 February stays where there is one: %s and %i years are %s", (date, years, expected) => {
  expect(addYears(date, years)).toBe(expected);
});

test("years stop where the calendar of the form ends", () => {
  expect(addYears("9990-06-15", 40)).toBe("9999-06-15");
  expect(addYears("9996-02-29", 40)).toBe("9999-02-28");
});

test("every day has a day years later, and a later day never an earlier one", () => {
  const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2200-12-31"), noInvalidDate: true });
  const years = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(day.map(toIsoDate), day.map(toIsoDate), years, (one, other, later) => {
      expect(IsoDateSchema.safeParse(addYears(one, later)).success).toBe(true);
      expect(addYears(one, later) >= one).toBe(true);
      if (one <= other) expect(addYears(one, later) <= addYears(other, later)).toBe(true);
    }),
  );
});

test.each([
  ["2026-11-21", 0, "2026-11-21"],
  ["2026-11-21", 10, "2026-12-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-01-01", -1, "2025-12-31"],
  ["9999-12-30", 5, "9999-12-31"],
  ["0001-01-02", -5, "0001-01-01"],
])("%s and %i days are %s", (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});
