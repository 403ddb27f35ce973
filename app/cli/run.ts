import { CATALOGUE_VERSION } from "~/catalogue/catalogue";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { version } from "../../package.json";
import { parseArguments } from "./arguments";
import { COMMANDS } from "./commands";
import { type Io, refuseCall } from "./io";
import { t } from "./sentence";

const HELP = ["--help", "-h", "help"];

/**
 * One call of `cordon`: arguments in, exit code out. 0 to 2 tell a verdict, 3 that the input was bad; whatever
 * was wrong is told on the error stream alone.
 */
export function run(argv: ReadonlyArray<string>, io: Io): number {
  const [first, ...rest] = argv;
  if (first === undefined) return refuseWithHint(io, t("cli:error.no-command"));
  if (HELP.includes(first)) {
    io.print(t("cli:usage.all"));
    return 0;
  }
  if (first === "--version" || first === "-V") {
    io.print(t("cli:version", { version, catalogue: CATALOGUE_VERSION, rules: RULE_SET_VERSION }));
    return 0;
  }
  const command = COMMANDS.find(({ name }) => name === first);
  if (!command)
    return refuseWithHint(
      io,
      t(first.startsWith("-") ? "cli:error.unknown-option" : "cli:error.unknown-command", { name: first }),
    );
  if (rest.some((argument) => argument === "--help" || argument === "-h")) {
    io.print(t(`cli:usage.${command.name}`));
    return 0;
  }
  const given = parseArguments(rest, command.options, command.maxPositionals);
  return given.ok ? command.run(given.value, io) : refuseWithHint(io, given.refusal);
}

function refuseWithHint(io: Io, text: string): number {
  refuseCall(io, text);
  return refuseCall(io, t("cli:error.see-help"));
}
