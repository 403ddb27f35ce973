import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import type { Message } from "~/domain/assessment/assessment";
import { formatList } from "~/i18n/format";
import { i18nOf } from "~/i18n/i18n";
import { writeMessage } from "~/i18n/sentence";
import { ARBITRARY_DAY, declarationContent, profile } from "../builders/arbitraries";

const { t } = i18nOf("en");

/** The library alone, word for word. */
function written({ key, params }: Message): string {
  const spoken = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "object"
      ? formatList(
          value.map((word) => t(`facts:word.${word}`)),
          "en",
        )
      : value,
  ]);
  return String(t(key, Object.fromEntries(spoken)));
}

test("sentences from templates are those of the library", () => {
  fc.assert(
    fc.property(profile, declarationContent, (asked, content) => {
      for (const { expected, declared, reason, waysToClose } of judge(asked, content, ARBITRARY_DAY).findings)
        for (const message of [expected, declared, reason, ...waysToClose.map((way) => way.message)])
          expect(writeMessage(t, "en", message)).toBe(written(message));
    }),
    { numRuns: 20 },
  );
});

test("what stands in a parameter is never read as a template", () => {
  const message = {
    key: "checks:countermeasure-is-described.reason.described",
    params: { row: "CR 1.1", note: "{{row}} $t(checks:area.IAC)" },
  };
  expect(writeMessage(t, "en", message)).toBe(written(message));
});
