import { forgetOldLetters } from "~/mail/post-letters.server";
import type { Job } from "./expire.server";

/** Removes letters that were settled long ago, with the addresses they went to. */
export const forgetLetters: Job = ({ database, now }) => forgetOldLetters(database, now);
