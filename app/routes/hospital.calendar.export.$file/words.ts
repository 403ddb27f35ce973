import { ownerWords, stageWords } from "~/components/calendar/calendar-words";
import { subjectHref } from "~/components/calendar/subject-href";
import { translatorFor } from "~/i18n/i18n";
import type { Language } from "~/i18n/resources";
import type { CalendarWords } from "~/presenters/present-calendar-file.server";

/** The words of the files and of the feed; `origin` is what links begin with. */
export function calendarWords(language: Language, origin: string): CalendarWords {
  const t = translatorFor(language);
  return {
    sheet: t("calendar:file.sheet"),
    name: t("calendar:file.name"),
    heading: (column) => t(`calendar:column.${column}`),
    kind: (kind) => t(`calendar:kind.${kind}`),
    meaning: (kind) => t(`calendar:meaning.${kind}`),
    stage: (entry) => stageWords(t, entry),
    owner: (entry) => ownerWords(t, entry, language),
    basis: ({ isReliedOn }) => t(isReliedOn ? "calendar:basis.reliedOn" : "calendar:basis.shared"),
    summary: ({ kind, name, product }) =>
      t("calendar:file.summary", {
        kind: t(`calendar:kind.${kind}`),
        what: [name, product].filter(Boolean).join(" · "),
      }),
    url: (subject) => `${origin}${subjectHref(subject)}`,
  };
}
