import { useTranslation } from "~/i18n/use-translation";

/** Why nothing was restored or taken back, as a sentence. */
export function useHistoryRefusal(code: string | undefined): string | undefined {
  const { t, i18n } = useTranslation("editing");
  if (code === undefined) return undefined;
  const key = `editing:history.refusal.${code}`;
  // Looked up: input that no form of ours sends has no sentence of its own.
  const known = i18n.exists(key) ? code : "unknown-version";
  return t(`history.refusal.${known as "unknown-version"}`);
}
