import type { Message } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";

/** Writes a sentence that the domain names by key and parameters. */
export function useMessage(): (message: Message) => string {
  const { t } = useTranslation("common");
  // A key made at run time cannot be typed; the tests of the checks compare every key with the message files.
  const write = t as unknown as (key: string, params: Message["params"]) => string;
  return ({ key, params }) => write(key, params);
}
