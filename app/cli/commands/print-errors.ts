import type { FileError } from "~/formats/cordon-json/file-error";
import { type Io, refuseCall } from "../io";
import { t } from "../sentence";

const SHOWN_ERRORS = 20;

/** What is wrong with a file, one line an error; answers the exit code for it. */
export function printErrors(io: Io, file: string, errors: ReadonlyArray<FileError>): number {
  for (const { pointer, message: text } of errors.slice(0, SHOWN_ERRORS))
    refuseCall(
      io,
      pointer === "" ? t("cli:error.file", { file, text }) : t("cli:error.place", { file, pointer, text }),
    );
  const count = errors.length - SHOWN_ERRORS;
  return count > 0 ? refuseCall(io, t("cli:error.more", { file, count })) : 3;
}
