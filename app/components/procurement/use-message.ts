import type { Message } from "~/domain/assessment/assessment";
import { writeMessage } from "~/i18n/sentence";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

/** Writes a sentence that the domain names by key and parameters. */
export function useMessage(): (message: Message) => string {
  const { t } = useTranslation("common");
  const language = useLanguage();
  return (message) => writeMessage(t, language, message);
}
