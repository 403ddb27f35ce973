import { groupName } from "~/components/measure/group-name";
import { translatorFor } from "~/i18n/i18n";
import type { Language } from "~/i18n/resources";
import type { MeasureFileWords } from "~/presenters/present-measures-file.server";

export function measureWords(language: Language): MeasureFileWords {
  const t = translatorFor(language);
  return {
    sheet: t("measure:file.sheet"),
    readMe: {
      sheet: t("measure:file.readMe"),
      lines: [
        t("measure:file.line1"),
        t("measure:file.line2"),
        t("measure:file.line3"),
        t("measure:file.line4"),
      ],
    },
    head: (column) => t(`measure:field.${column === "place" ? "zone" : column}`),
    hospital: t("measure:hospital"),
    kind: (kind) => t(`measure:kind.${kind}`),
    origin: (from) => t(`measure:from.${from}`),
    group: (heading) => groupName(t, heading),
  };
}
