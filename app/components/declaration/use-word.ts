import { useTranslation } from "~/i18n/use-translation";

/** The word of a value of a fact, with a capital where it stands alone. */
export function useWord(): (value: string) => string {
  const { t } = useTranslation("facts");
  return (value) => {
    // Values of facts are a closed list; tests/i18n/facts.test.ts holds it against the words.
    const word = t(`word.${value}` as "word.none");
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
}
