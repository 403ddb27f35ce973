import { AppError } from "~/domain/shared/app-error";

/** The disk is full, read-only, gone or broken, or there are too many open files: it may pass, and nothing was acknowledged. */
const OF_THE_DISK = new Set([
  ...["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO"],
  ...["ENOTDIR", "ENOENT", "EMFILE", "ENFILE", "EBUSY", "ESTALE"],
]);

/** Runs work on the disk. What the disk refuses becomes `unavailable`; a bug stays one. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || !OF_THE_DISK.has(String(error.code))) throw error;
    throw new AppError("unavailable", "files cannot be stored or read now");
  }
}
