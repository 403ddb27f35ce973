import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { assess } from "~/domain/assessment/assess";
import type { Verdict } from "~/domain/assessment/assessment";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import { IsoDateSchema } from "~/domain/shared/iso-date";
import { type Result, refuse } from "~/domain/shared/result";
import { type FileError, quote } from "~/formats/cordon-json/file-error";
import { parseDeclarationFile, parseZoneFile } from "~/formats/cordon-json/parse";
import { writeAssessment } from "~/formats/cordon-json/write";
import { type Io, readInput, refuseCall } from "../io";
import { toReport } from "../report";
import { printable, sentence, t } from "../sentence";
import type { Command } from "./command";

const SHOWN_ERRORS = 20;

/** The same `assess` as in the portal, on two files: no database, no network. */
export const check: Command = {
  name: "check",
  options: { values: ["zone", "declaration", "as-of"], switches: ["json"] },
  maxPositionals: 0,
  run({ values, switches }, io) {
    const zoneFile = values.get("zone");
    const declarationFile = values.get("declaration");
    if (zoneFile === undefined) return refuseCall(io, t("cli:error.missing-option", { name: "--zone" }));
    if (declarationFile === undefined)
      return refuseCall(io, t("cli:error.missing-option", { name: "--declaration" }));
    const asOf = values.get("as-of") ?? io.today();
    if (!IsoDateSchema.safeParse(asOf).success)
      return refuseCall(io, t("cli:error.no-such-date", { value: quote(asOf) }));

    const zone = read(zoneFile, parseZoneFile);
    const declaration = read(declarationFile, (bytes) => parseDeclarationFile(bytes, COMPONENT_REQUIREMENTS));
    if (!zone.ok) printErrors(io, zoneFile, zone.refusal);
    if (!declaration.ok) printErrors(io, declarationFile, declaration.refusal);
    if (!zone.ok || !declaration.ok) return 3;

    const profile = requirementProfile({
      slTarget: zone.value.slTarget,
      requirements: COMPONENT_REQUIREMENTS,
      catalogueVersion: CATALOGUE_VERSION,
    });
    const assessment = assess(profile, declaration.value.content, asOf);
    const text = switches.has("json")
      ? writeAssessment(assessment, sentence).trimEnd()
      : printable(
          toReport({
            assessment,
            zone: zone.value,
            zoneFile,
            declaration: declaration.value,
            declarationFile,
          }),
        );
    io.print(text);
    return exitCodeOf(assessment.verdict);
  },
};

export function exitCodeOf(verdict: Verdict): number {
  switch (verdict) {
    case "conforms":
    case "conforms-with-conditions":
      return 0;
    case "does-not-conform":
      return 1;
    case "incomplete":
      return 2;
  }
}

function read<Value>(
  path: string,
  parse: (bytes: Uint8Array) => Result<Value, ReadonlyArray<FileError>>,
): Result<Value, ReadonlyArray<FileError>> {
  const bytes = readInput(path);
  return bytes.ok ? parse(bytes.value) : refuse([bytes.refusal]);
}

function printErrors(io: Io, file: string, errors: ReadonlyArray<FileError>): void {
  for (const { pointer, message: text } of errors.slice(0, SHOWN_ERRORS))
    refuseCall(
      io,
      pointer === "" ? t("cli:error.file", { file, text }) : t("cli:error.place", { file, pointer, text }),
    );
  const count = errors.length - SHOWN_ERRORS;
  if (count > 0) refuseCall(io, t("cli:error.more", { file, count }));
}
