import { translatorFor } from "~/i18n/i18n";
import type { Language } from "~/i18n/resources";
import type { Figure, ManagementPage, ManagementWords } from "~/presenters/present-management-file.server";

type Translate = ReturnType<typeof translatorFor>;

/** The words of the files. Days stand as YYYY-MM-DD, so that they can be sorted. */
export function managementWords(language: Language): ManagementWords {
  const t = translatorFor(language);
  return {
    sheet: t("management:file.sheet"),
    heading: (column) => t(`management:file.column.${column}`),
    figures: (page) => [
      ...coverageFigures(t, page),
      ...levelFigures(t, page),
      ...gapFigures(t, page),
      ...exceptionFigures(t, page),
      ...supplierFigures(t, page),
    ],
  };
}

function coverageFigures(t: Translate, { coverage, today }: ManagementPage): ReadonlyArray<Figure> {
  const places = [
    { of: t("management:coverage.hospital"), counts: coverage.counts },
    ...coverage.bySite.map(({ name, counts }) => ({ of: name, counts })),
    ...coverage.byModel.map(({ siteName, name, counts }) => ({ of: `${siteName} · ${name}`, counts })),
  ];
  return places.flatMap(({ of, counts }) =>
    counts.map(({ key, count }) => ({
      ...{ about: t("management:coverage.title"), of, day: today },
      ...{ what: t(`management:coverage.${key}`), number: String(count) },
    })),
  );
}

function levelFigures(t: Translate, { levels }: ManagementPage): ReadonlyArray<Figure> {
  return levels.flatMap(({ day, perFr }) =>
    perFr.flatMap(({ fr, counts }) =>
      counts.map(({ key, count }) => ({
        ...{ about: t("management:levels.title"), of: fr, day },
        ...{ what: t(`management:levels.${key}`), number: String(count) },
      })),
    ),
  );
}

function gapFigures(t: Translate, { gaps, today }: ManagementPage): ReadonlyArray<Figure> {
  return gaps.flatMap(({ fr, counts, products }) => [
    ...counts.map(({ key, count }) => ({
      ...{ about: t("management:gaps.title"), of: fr, day: today },
      ...{ what: t(`management:gaps.${key}`), number: String(count) },
    })),
    {
      ...{ about: t("management:gaps.title"), of: fr, day: today },
      ...{ what: t("management:gaps.products"), number: String(products) },
    },
  ]);
}

function exceptionFigures(t: Translate, { exceptions, today }: ManagementPage): ReadonlyArray<Figure> {
  return (["age", "left"] as const).flatMap((measured) =>
    exceptions.spans.map(({ span, granted, ending }) => ({
      ...{ about: t("management:exceptions.title"), of: t(`management:exceptions.${measured}`), day: today },
      ...{ what: t(`management:span.${span}`), number: String(measured === "age" ? granted : ending) },
    })),
  );
}

function supplierFigures(t: Translate, { suppliers, today }: ManagementPage): ReadonlyArray<Figure> {
  const all = [{ ...suppliers, name: t("management:suppliers.all") }, ...suppliers.all];
  return all.flatMap(({ name, counts, medianDays }) => [
    ...counts.map(({ key, count }) => ({
      ...{ about: t("management:suppliers.title"), of: name, day: today },
      ...{ what: t(`management:response.${key}`), number: String(count) },
    })),
    {
      ...{ about: t("management:suppliers.title"), of: name, day: today },
      ...{ what: t("management:suppliers.median"), number: medianDays === null ? "" : String(medianDays) },
    },
  ]);
}
