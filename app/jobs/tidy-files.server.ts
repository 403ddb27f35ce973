import { removeAbandonedFiles } from "~/use-cases/files/remove-abandoned-files.server";
import type { Job } from "./expire.server";

/** Removes what uploads have left: parts whose tickets ran out, files that nothing has ever used. */
export const tidyFiles: Job = ({ database, files, now }) => removeAbandonedFiles({ database, files, now });
