import { translatorFor } from "./i18n";
import { DEFAULT_LANGUAGE, toLanguage } from "./resources";

type Match = { id: string; data?: unknown };

/**
 * The `meta` of a page in the reader's language:
 * `export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("model:title"))`.
 */
export function pageTitle(
  matches: ReadonlyArray<Match>,
  write: (t: ReturnType<typeof translatorFor>) => string,
) {
  return [{ title: `${write(translatorFor(languageOf(matches)))} · Cordon` }];
}

function languageOf(matches: ReadonlyArray<Match>) {
  const data = matches.find((match) => match.id === "root")?.data;
  if (typeof data !== "object" || data === null || !("language" in data)) return DEFAULT_LANGUAGE;
  return (typeof data.language === "string" ? toLanguage(data.language) : undefined) ?? DEFAULT_LANGUAGE;
}
