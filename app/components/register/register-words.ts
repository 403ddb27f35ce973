import type { RegisterEndKind } from "~/domain/procurement/register";
import { formatDay } from "~/i18n/format";
import type { Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";

type Condition = { text: string; owner: string; dueOn: string };
type Exception = { expiresOn: string; ended: "expired" | "revoked" | "superseded" | null };

/** What ends, in plain words. */
export function endWords(t: Translate, { kind, name }: { kind: RegisterEndKind; name: string }): string {
  return t(`register:until.${kind}`, { name });
}

/** What is still to be done, by whom and by when. */
export function conditionWords(t: Translate, { text, owner, dueOn }: Condition, language: Language): string {
  return t("register:condition", { text, owner, dueOn: formatDay(dueOn, language) });
}

export function exceptionWords(t: Translate, { expiresOn, ended }: Exception, language: Language): string {
  const words = t("register:exception", { expiresOn: formatDay(expiresOn, language) });
  return ended === null ? words : `${words}: ${t(`register:exceptionEnded.${ended}`)}`;
}
