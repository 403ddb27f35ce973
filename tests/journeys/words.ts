import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInstance, type TFunction } from "i18next";
import type { Namespace } from "~/i18n/resources";

const folder = join(import.meta.dirname, "..", "..", "app", "messages", "en");

function readMessages(): Record<string, object> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [basename(name, ".json"), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
}

const messages = readMessages();
const instance = createInstance();
// Nothing is awaited: the messages are here.
void instance.init({
  lng: "en",
  resources: { en: messages },
  ns: Object.keys(messages),
  defaultNS: "common",
  initAsync: false,
  returnNull: false,
  interpolation: { escapeValue: false },
});

// Checked by hand below: i18next answers a missing key with the key.
const { exists, t: write } = instance as unknown as Record<
  "exists" | "t",
  (key: string, options?: object) => string
>;

/** The words on the screen, from the files the portal itself reads: `t("model:new.title")`. A missing key throws. */
export const t = ((key: string, options?: object) => {
  if (!exists(key, options)) throw new Error(`no message ${key}`);
  return write(key, options);
  // The same keys and the same answers; the check in front does not change the type.
}) as TFunction<ReadonlyArray<Namespace>>;
