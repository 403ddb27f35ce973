import { AppError } from "~/domain/shared/app-error";
import { openDelimited, type PieceWriter } from "~/formats/delimited/write";
import { openWorkbook } from "~/formats/workbook/stream-workbook";
import { REGISTER_FILES } from "~/use-cases/decisions/export-register.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { type RegisterQuery, viewRegister } from "./register-view.server";
import type { ShownApproval } from "./shown-approval.server";

export const REGISTER_COLUMNS = [
  ...([
    "product",
    "release",
    "manufacturer",
    "model",
    "zone",
    "state",
    "review",
    "until",
    "untilWhy",
  ] as const),
  ...(["conditions", "exceptions", "decidedOn", "decidedBy", "link"] as const),
];
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** So many approvals a file holds at most; its last line then says so. */
const ROWS_AT_MOST = 50_000;
/** So many are read and looked at before they are handed on. */
const AT_ONCE = 250;

/** The words of the files, in the reader's language. */
export type RegisterWords = {
  sheet: string;
  heading: (column: RegisterColumn) => string;
  cell: (approval: ShownApproval, column: RegisterColumn) => string;
  cut: (count: number) => string;
};

/**
 * Everything that the page shows under the same query, all of its pages, as a file that is read while it is sent: no more
 * of it is held than a few hundred rows.
 */
export async function presentRegisterFile(
  caller: Caller,
  { file, query }: { file: string; query: RegisterQuery },
  words: RegisterWords,
) {
  requirePermission(caller.actor, "register.read");
  const name = REGISTER_FILES.find((one) => one === file);
  if (!name) throw new AppError("not-found", "there is no such file");
  const rows = listRows(caller, query, words);
  switch (name) {
    case "register.csv":
      return { name, type: "text/csv; charset=utf-8; header=present", body: piecesOf(openDelimited(), rows) };
    case "register.xlsx":
      return {
        name,
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        body: piecesOf(openWorkbook(words.sheet), rows),
      };
  }
}

async function* piecesOf<Rows>(writer: PieceWriter<Rows>, slices: AsyncIterable<Rows>) {
  for await (const rows of slices) yield* writer.more(rows);
  yield* writer.end();
}

async function* listRows(caller: Caller, query: RegisterQuery, words: RegisterWords) {
  // Comes with the first rows: how wide a column is, is told by them.
  let head = [REGISTER_COLUMNS.map(words.heading)];
  let after: string | null = null;
  for (let written = 0; written < ROWS_AT_MOST; ) {
    const bounds = { size: AT_ONCE, scan: AT_ONCE };
    const { approvals, next } = await viewRegister(caller, { ...query, after }, bounds);
    const rows = approvals.map((approval) => REGISTER_COLUMNS.map((column) => words.cell(approval, column)));
    yield [...head, ...rows];
    head = [];
    written += approvals.length;
    if (next === null) return;
    after = next;
  }
  yield [[words.cut(ROWS_AT_MOST)]];
}
