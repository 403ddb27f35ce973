import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { i18nOf } from "~/i18n/i18n";
import { useTranslation } from "~/i18n/use-translation";

const i18n = i18nOf("en");

function textsOf(ask: (t: ReturnType<typeof useTranslation<"diagram">>["t"]) => ReadonlyArray<string>) {
  function Page() {
    return <>{JSON.stringify(ask(useTranslation("diagram").t))}</>;
  }
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Page />
    </I18nextProvider>,
  );
  return JSON.parse(html.replaceAll("&quot;", '"')) as ReadonlyArray<string>;
}

test("a text that was asked for before is the same as one that was not", () => {
  const keys = ["zone.assets", "zone.findings", "zone.zones"] as const;
  const counts = [0, 1, 2, 21, 1_000];
  const asked = keys.flatMap((key) => counts.map((count) => ({ key, count })));
  const fixed = i18n.getFixedT("en", "diagram") as unknown as (key: string, parameters: object) => string;
  const expected = asked.map(({ key, count }) => fixed(key, { count }));
  for (let time = 0; time < 2; time += 1)
    expect(textsOf((t) => asked.map(({ key, count }) => t(key, { count })))).toEqual(expected);
  expect(new Set(expected).size).toBe(expected.length);
});

test("a number and the same digits as a text, and other parameters, are kept apart", () => {
  const [plain, one, text, two] = textsOf((t) => [
    t("zone.noTarget"),
    t("zone.targetOf", { notation: 1 }),
    t("zone.targetOf", { notation: "1" }),
    t("zone.targetOf", { notation: "{ 2 2 0 1 3 1 3 }" }),
  ]);
  expect(one).toBe(text);
  expect(two).toContain("{ 2 2 0 1 3 1 3 }");
  expect(new Set([plain, one, two]).size).toBe(3);
});

test("more texts than are kept come out right all the same", () => {
  const notations = Array.from({ length: 1_500 }, (_, n) => `L${n}`);
  for (let time = 0; time < 2; time += 1) {
    const texts = textsOf((t) => notations.map((notation) => t("zone.targetOf", { notation })));
    expect(texts.every((text, n) => text.includes(`L${n}`))).toBe(true);
    expect(new Set(texts).size).toBe(notations.length);
  }
});
