import { nameForDownload } from "~/domain/files/file-name";
import { AppError } from "~/domain/shared/app-error";
import type { FileStore } from "~/files/file-store.server";
import type { SentFile } from "~db/repositories/attachments";

/** The one of the files with that digest. Throws `not-found` for one that is not among them. */
export function pickFile(files: ReadonlyArray<SentFile>, sha256: string): SentFile {
  const file = files.find((one) => one.sha256 === sha256);
  if (!file) throw new AppError("not-found", "there is no such file");
  return file;
}

/** The bytes, from the store of the hospital that sent them. Throws `unavailable` where they are not those that were kept. */
export async function handOutAttachment(
  files: FileStore,
  { organisationId, sha256, name, mediaType }: SentFile,
) {
  const found = await files.read({ organisationId, sha256 });
  if (!found) throw new AppError("unavailable", "the file is missing or damaged; a backup is needed");
  return { ...found, name: nameForDownload(name, mediaType), mediaType };
}
