import type { MeasureKind, MeasureOrigin } from "~/domain/measure/measure";
import { AppError } from "~/domain/shared/app-error";
import { MAX_TABLE_ROWS } from "~/formats/delimited/table";
import { type MeasureWords, writeMeasures } from "~/formats/measures-workbook/write";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { groupHeadings, type MeasuresQuery, measuresOfPlaces, shownMeasures } from "./measure-view.server";

/** The words of the file, in the reader's language. */
export type MeasureFileWords = MeasureWords & {
  hospital: string;
  kind: (kind: MeasureKind) => string;
  origin: (from: MeasureOrigin) => string;
  group: (heading: { id: string; title: string | null }) => string;
};

/** Exactly what the page shows under the same query, as a workbook that can be read back. */
export async function presentMeasuresFile(caller: Caller, query: MeasuresQuery, words: MeasureFileWords) {
  requirePermission(caller.actor, "measure.read");
  const { shown } = shownMeasures(await measuresOfPlaces(caller), query);
  if (shown.length > MAX_TABLE_ROWS)
    throw new AppError("conflict", `a workbook takes ${MAX_TABLE_ROWS} measures: choose a zone`);
  const headings = groupHeadings();
  const lines = shown.map(({ place, zoneName, modelName, measure, content, from, version }) => ({
    ...{ place, measureId: measure.id, version, content },
    named: {
      place: place ? `${zoneName} (${modelName})` : words.hospital,
      title: measure.title,
      kind: words.kind(measure.kind),
      group: words.group(
        headings.find(({ id }) => id === measure.group) ?? { id: measure.group, title: null },
      ),
      from: words.origin(from),
    },
  }));
  return {
    name: `measures-${caller.now.toISOString().slice(0, 10)}.xlsx`,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body: await writeMeasures(lines, words),
  };
}
