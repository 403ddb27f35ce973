import { accept, type Result, refuse } from "~/domain/shared/result";
import { t } from "./sentence";

/** Option names without dashes: those that take a value, and those that are a switch. */
export type OptionNames = { values: ReadonlyArray<string>; switches: ReadonlyArray<string> };

export type Arguments = {
  values: ReadonlyMap<string, string>;
  switches: ReadonlySet<string>;
  positionals: ReadonlyArray<string>;
};

/** `--name value`, `--name=value`, `--switch`, and `--` before anything that only looks like an option. */
export function parseArguments(
  argv: ReadonlyArray<string>,
  names: OptionNames,
  maxPositionals: number,
): Result<Arguments, string> {
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const positionals: Array<string> = [];
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? "";
    if (argument === "--") {
      positionals.push(...argv.slice(index + 1));
      break;
    }
    if (!argument.startsWith("-") || argument === "-") {
      positionals.push(argument);
      continue;
    }
    const { option, inline } = split(argument);
    const name = option.replace(/^--/, "");
    if (values.has(name) || switches.has(name))
      return refuse(t("cli:error.repeated-option", { name: option }));
    if (names.switches.includes(name) && option.startsWith("--")) {
      if (inline !== undefined) return refuse(t("cli:error.unexpected-value", { name: option }));
      switches.add(name);
      continue;
    }
    if (!names.values.includes(name) || !option.startsWith("--"))
      return refuse(t("cli:error.unknown-option", { name: option }));
    const value = inline ?? argv[index + 1];
    if (value === undefined || value === "" || (inline === undefined && value.startsWith("--")))
      return refuse(t("cli:error.missing-value", { name: option }));
    if (inline === undefined) index += 1;
    values.set(name, value);
  }
  const surplus = positionals[maxPositionals];
  if (surplus !== undefined) return refuse(t("cli:error.unexpected-argument", { name: surplus }));
  return accept({ values, switches, positionals });
}

function split(argument: string): { option: string; inline: string | undefined } {
  const at = argument.indexOf("=");
  return at < 0
    ? { option: argument, inline: undefined }
    : { option: argument.slice(0, at), inline: argument.slice(at + 1) };
}
