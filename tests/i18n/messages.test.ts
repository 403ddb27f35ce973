import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import i18next from "i18next";
import { expect, test } from "vitest";
import { i18nOf } from "~/i18n/i18n";
import { DEFAULT_LANGUAGE, LANGUAGES, languageOfHeader, NAMESPACES, RESOURCES } from "~/i18n/resources";

const folder = path.resolve("app/messages");
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** `error.404.title` → text, of one message file. */
function flatten(messages: object, prefix = ""): Array<[string, unknown]> {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? flatten(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value]],
  );
}

function keysOf(messages: object): string[] {
  return [...new Set(flatten(messages).map(([key]) => key.replace(PLURAL, "")))].sort();
}

function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/{{\s*([\w.]+)/g)].map(([, name = ""]) => name))].sort();
}

/** A namespace is a file, or a folder of files where it is large. */
function sourceOf(namespace: string): string {
  if (!existsSync(namespace)) return readFileSync(`${namespace}.json`, "utf8");
  return readdirSync(namespace)
    .map((file) => readFileSync(path.join(namespace, file), "utf8"))
    .join("");
}

test("every message file is a namespace of every language", () => {
  for (const language of readdirSync(folder)) {
    expect(LANGUAGES, "the folder is listed in resources.ts").toContain(language);
    const namespaces = readdirSync(path.join(folder, language)).map((entry) => entry.replace(/\.json$/, ""));
    expect(namespaces.sort(), language).toEqual([...NAMESPACES].sort());
  }
});

test("no text is empty or anything but text", () => {
  for (const language of LANGUAGES)
    for (const namespace of NAMESPACES)
      for (const [key, text] of flatten(RESOURCES[language][namespace])) {
        expect(typeof text, `${language}/${namespace}.json ${key}`).toBe("string");
        expect(String(text).trim(), `${language}/${namespace}.json ${key}`).not.toBe("");
      }
});

test("no key is written twice in one file", () => {
  for (const language of LANGUAGES)
    for (const namespace of NAMESPACES) {
      const source = sourceOf(path.join(folder, language, namespace));
      const written = [...source.matchAll(/"(?:[^"\\]|\\.)*"\s*:\s*"/g)].length;
      expect(written, `${language}/${namespace}.json`).toBe(flatten(RESOURCES[language][namespace]).length);
    }
});

test("every language has the keys of English and their placeholders", () => {
  for (const language of LANGUAGES)
    for (const namespace of NAMESPACES) {
      const english = RESOURCES[DEFAULT_LANGUAGE][namespace];
      const own = RESOURCES[language][namespace];
      expect(keysOf(own), `${language}/${namespace}.json`).toEqual(keysOf(english));
      const texts = new Map(flatten(own));
      for (const [key, text] of flatten(english)) {
        const translated = texts.get(key);
        if (translated === undefined) continue;
        expect(placeholdersOf(String(translated)), `${language}/${namespace}.json ${key}`).toEqual(
          placeholdersOf(String(text)),
        );
      }
    }
});

test("plural keys have the forms their language needs", () => {
  for (const language of LANGUAGES) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const namespace of NAMESPACES) {
      const keys = flatten(RESOURCES[language][namespace]).map(([key]) => key);
      const counted = new Set(keys.filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, "")));
      for (const key of counted)
        for (const form of forms) expect(keys, `${language}/${namespace}.json`).toContain(`${key}_${form}`);
    }
  }
});

test("an instance translates at once, is shared by language and registered nowhere", () => {
  const i18n = i18nOf(DEFAULT_LANGUAGE);
  expect(i18n.t("components:verdict.conforms")).toBe("Conforms");
  expect(i18n.t("components:formError.title", { count: 2 })).toBe("2 things need your attention");
  expect(i18nOf(DEFAULT_LANGUAGE)).toBe(i18n);
  expect(i18next.isInitialized).toBeFalsy();
});

test("the reader's language comes from the header, else it is the default", () => {
  expect(languageOfHeader("xx, en-GB;q=0.5")).toBe("en");
  expect(languageOfHeader("en;q=0, xx")).toBe(DEFAULT_LANGUAGE);
  expect(languageOfHeader(null)).toBe(DEFAULT_LANGUAGE);
  expect(languageOfHeader(",;q=,,".repeat(1000))).toBe(DEFAULT_LANGUAGE);
});
