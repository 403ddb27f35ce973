import type { Arguments, OptionNames } from "../arguments";
import type { Io } from "../io";

/** One word after `cordon`. Its usage text is the message `cli:usage.<name>`. */
export type Command = {
  name: "check" | "verify" | "schema" | "example";
  options: OptionNames;
  maxPositionals: number;
  /** Answers the exit code. */
  run(given: Arguments, io: Io): number;
};
