import { AppError } from "~/domain/shared/app-error";
import { openDelimited, type PieceWriter } from "~/formats/delimited/write";
import { openWorkbook } from "~/formats/workbook/stream-workbook";
import { MANAGEMENT_FILES } from "~/use-cases/management/export-management.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { type ManagementQuery, presentManagement } from "./present-management.server";

export const MANAGEMENT_COLUMNS = ["about", "of", "day", "what", "number"] as const;
export type ManagementColumn = (typeof MANAGEMENT_COLUMNS)[number];
export type ManagementPage = Awaited<ReturnType<typeof presentManagement>>;

/** One number: what it is about, of which place or supplier, on which day, what is counted. */
export type Figure = Readonly<Record<ManagementColumn, string>>;

/** The words of the files, in the reader's language. */
export type ManagementWords = {
  sheet: string;
  heading: (column: ManagementColumn) => string;
  figures: (page: ManagementPage) => ReadonlyArray<Figure>;
};

/** So many rows are handed on at once. */
const AT_ONCE = 250;

/** Every number of the page as a file. */
export async function presentManagementFile(
  caller: Caller,
  { file, query }: { file: string; query: ManagementQuery },
  words: ManagementWords,
) {
  requirePermission(caller.actor, "management.read");
  const name = MANAGEMENT_FILES.find((one) => one === file);
  if (!name) throw new AppError("not-found", "there is no such file");
  const figures = words.figures(await presentManagement(caller, query));
  const rows = [
    MANAGEMENT_COLUMNS.map(words.heading),
    ...figures.map((figure) => MANAGEMENT_COLUMNS.map((column) => figure[column])),
  ];
  switch (name) {
    case "management.csv":
      return { name, type: "text/csv; charset=utf-8; header=present", body: piecesOf(openDelimited(), rows) };
    case "management.xlsx":
      return {
        name,
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        body: piecesOf(openWorkbook(words.sheet), rows),
      };
  }
}

type Rows = ReadonlyArray<ReadonlyArray<string>>;

async function* piecesOf(writer: PieceWriter<Rows>, rows: Rows) {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield* writer.more(rows.slice(at, at + AT_ONCE));
  yield* writer.end();
}
