import { jsonSchemaOf, SCHEMA_NAMES } from "~/formats/cordon-json/json-schemas";
import { inFolder, refuseCall, writeOutput } from "../io";
import { printable, t } from "../sentence";
import type { Command } from "./command";

/** JSON Schemas for editors and for whoever writes the files from another system. */
export const schema: Command = {
  name: "schema",
  options: { values: ["out"], switches: ["force"] },
  maxPositionals: 1,
  run({ values, switches, positionals: [wanted] }, io) {
    const names = SCHEMA_NAMES.filter((name) => wanted === undefined || name === wanted);
    if (names.length === 0) return refuseCall(io, t("cli:error.unknown-schema", { name: wanted }));
    const folder = values.get("out");
    if (folder === undefined) {
      const schemas = Object.fromEntries(names.map((name) => [name, jsonSchemaOf(name)]));
      io.print(toText(wanted === undefined ? schemas : schemas[wanted]));
      return 0;
    }
    const files = names.map((name) => ({
      path: inFolder(folder, `${name}.schema.json`),
      text: `${toText(jsonSchemaOf(name))}\n`,
    }));
    const written = writeOutput(files, { force: switches.has("force") });
    if (!written.ok)
      return refuseCall(io, t("cli:error.file", { file: written.refusal.path, text: written.refusal.text }));
    for (const { path } of files) io.print(printable(t("cli:wrote", { file: path })));
    return 0;
  },
};

function toText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
