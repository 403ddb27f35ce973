import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";
import { LEGAL_MILESTONES } from "~/catalogue/milestones";
import { assess } from "~/domain/assessment/assess";
import type { RequirementProfile, Verdict } from "~/domain/assessment/assessment";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import { resolvePolicy } from "~/domain/policy/policy";
import { IsoDateSchema } from "~/domain/shared/iso-date";
import { type Result, refuse } from "~/domain/shared/result";
import { type FileError, quote } from "~/formats/cordon-json/file-error";
import { parseDeclarationFile, parseZoneFile, type ZoneFile } from "~/formats/cordon-json/parse";
import { writeAssessment } from "~/formats/cordon-json/write";
import { readInput, refuseCall } from "../io";
import { toReport } from "../report";
import { printable, sentence, t } from "../sentence";
import type { Command } from "./command";
import { printErrors } from "./print-errors";
import { readZones } from "./zone-input";

const KNOWN_IDS = { requirements: COMPONENT_REQUIREMENTS, mds2Questions: MDS2_QUESTIONS };

/** The same `assess` as in the portal, on files: no database, no network. */
export const check: Command = {
  name: "check",
  options: { values: ["zone", "declaration", "as-of"], switches: ["json"] },
  maxPositionals: 2,
  run({ values, switches, positionals }, io) {
    const [...unnamed] = positionals;
    const zoneFile = values.get("zone") ?? unnamed.shift();
    if (zoneFile === undefined) return refuseCall(io, t("cli:error.missing-option", { name: "--zone" }));
    const declarationFile = values.get("declaration") ?? unnamed.shift();
    if (declarationFile === undefined)
      return refuseCall(io, t("cli:error.missing-option", { name: "--declaration" }));
    const [surplus] = unnamed;
    if (surplus !== undefined) return refuseCall(io, t("cli:error.unexpected-argument", { name: surplus }));
    const asOf = values.get("as-of") ?? io.today();
    if (!IsoDateSchema.safeParse(asOf).success)
      return refuseCall(io, t("cli:error.no-such-date", { value: quote(asOf) }));

    const zones = readZones(io, zoneFile);
    const declaration = read(declarationFile, (bytes) => parseDeclarationFile(bytes, KNOWN_IDS));
    if (!declaration.ok) printErrors(io, declarationFile, declaration.refusal);
    const parsed = (zones ?? []).map(({ file, bytes }) => ({ file, zone: parseZoneFile(bytes, KNOWN_IDS) }));
    for (const { file, zone } of parsed) if (!zone.ok) printErrors(io, file, zone.refusal);
    if (!zones || !declaration.ok) return 3;
    const asked = parsed.flatMap(({ file, zone }) => (zone.ok ? [{ file, zone: zone.value }] : []));
    if (asked.length < parsed.length) return 3;

    const checked = asked.map(({ file, zone }) => {
      const assessment = assess(profileOf(zone), declaration.value.content, asOf);
      return { file, zone, assessment };
    });
    const texts = checked.map(({ file, zone, assessment }) =>
      switches.has("json")
        ? writeAssessment(assessment, sentence).trimEnd()
        : printable(
            toReport({ assessment, zone, zoneFile: file, declaration: declaration.value, declarationFile }),
          ),
    );
    // One zone is one document; several are a list.
    const [only = ""] = texts;
    if (texts.length === 1) io.print(only);
    else
      io.print(switches.has("json") ? `[\n${texts.join(",\n")}\n]` : texts.join(`\n\n${"=".repeat(60)}\n\n`));
    return worstOf(checked.map(({ assessment }) => exitCodeOf(assessment.verdict)));
  },
};

/** A gap weighs more than what is only missing, and that more than nothing. */
function worstOf(codes: ReadonlyArray<number>): number {
  return codes.includes(1) ? 1 : codes.includes(2) ? 2 : 0;
}

/**
 * Defaults of the catalogue are suggestions for a hospital to accept: a file is held to what it says itself. Without a
 * policy only rows are checked, and neither the law nor an MDS2 says anything.
 */
function profileOf({ slTarget, policy, channels, countermeasures }: ZoneFile): RequirementProfile {
  const rows = { slTarget, requirements: COMPONENT_REQUIREMENTS, catalogueVersion: CATALOGUE_VERSION };
  if (policy === null) return requirementProfile({ ...rows, countermeasures });
  const layers = { "reference-type": {}, organisation: {}, zone: policy };
  return requirementProfile({
    ...rows,
    policy: resolvePolicy(layers).policy,
    channels,
    countermeasures,
    mds2Questions: MDS2_QUESTIONS,
    milestones: LEGAL_MILESTONES,
  });
}

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
