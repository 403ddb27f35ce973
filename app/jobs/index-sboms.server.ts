import { indexSboms as readLists } from "~/use-cases/intake-files/index-sboms.server";
import type { Job } from "./expire.server";

/** Makes components of signed lists findable; which files were read stands in the database. */
export const indexSboms: Job = ({ database, files, now, newId }) =>
  readLists({ database, files, now, newId });
