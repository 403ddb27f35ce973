import { useTranslation } from "~/i18n/use-translation";

/** Writes an error: codes that the message files know become a sentence, anything else stays as it is. */
export function useFieldError(): (error: string) => string {
  const { t, i18n } = useTranslation("components");
  return (error) => {
    const isCode = /^[a-z-]+$/.test(error) && i18n.exists(`components:fieldError.${error}`);
    // Just looked up: the key is there.
    return isCode ? t(`fieldError.${error}` as "fieldError.required") : error;
  };
}
