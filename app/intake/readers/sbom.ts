import type { SbomQuality } from "~/domain/declaration/import-plan";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { SbomDocument } from "~/formats/sbom/document";
import { JSON_PLACES } from "~/formats/sbom/place";
import { qualityOfSbom } from "~/formats/sbom/quality";
import { readJsonSbom, readSbom } from "~/formats/sbom/read-sbom";
import { sbomFact } from "~/formats/sbom/to-fact";
import { readCyclonedxVex } from "~/formats/vulnerability-status/cyclonedx-vex";
import type { StatusDocument } from "~/formats/vulnerability-status/document";
import { readStatus } from "~/formats/vulnerability-status/read-status";
import type { FileRefusal } from "../look";
import { type FileLook, toFileRefusal } from "../look";
import { type FileReader, type Found, fileAsEvidence, type IntakeGround } from "../reader";
import { factEntry, reason } from "./entries";
import { platformEntries } from "./platforms";
import { statementEntries } from "./statements";

const SPDX_LINE = /^SPDXVersion:/m;

/** A list of components of any format that is known; one that also speaks of vulnerabilities is read for both. */
export const sbomReader: FileReader = {
  kind: "sbom",
  recognises(look) {
    const json = look.json();
    if (json) return json.ok && isSbom(json.value);
    return /^\s*</.test(look.head) || SPDX_LINE.test(look.head);
  },
  read(look, ground, tell) {
    const read = documentOf(look);
    if (!read.ok) return read;
    const document = read.value;
    tell("comparing");
    const status = statusOf(look);
    const found = status ? statementEntries(status, document, ground) : null;
    tell("judging");
    const quality = qualityOfSbom(document);
    return accept(toFound(document, ground, { quality, found }));
  },
};

function isSbom(document: Readonly<Record<string, unknown>>): boolean {
  return "bomFormat" in document || "spdxVersion" in document || "@context" in document;
}

function documentOf(look: FileLook): Result<SbomDocument, FileRefusal> {
  const json = look.json();
  // What was parsed to recognise it is not parsed again.
  const read = json?.ok ? readJsonSbom(json.value) : readSbom(look.bytes);
  return read.ok ? read : refuse(toFileRefusal(read.refusal));
}

/** What the same file says of vulnerabilities; null where it says nothing of them. */
function statusOf(look: FileLook): StatusDocument | null {
  const json = look.json();
  if (json) {
    if (!json.ok || !("vulnerabilities" in json.value) || !("bomFormat" in json.value)) return null;
    const read = readCyclonedxVex(json.value, JSON_PLACES);
    return read.ok ? read.value : null;
  }
  const text = look.text();
  if (!text.ok || !/^\s*</.test(look.head) || !/<([\w-]+:)?vulnerabilities[\s>]/.test(text.value))
    return null;
  const read = readStatus(look.bytes);
  return read.ok ? read.value : null;
}

function toFound(
  document: SbomDocument,
  ground: IntakeGround,
  { quality, found }: { quality: ReadonlyArray<unknown>; found: Pick<Found, "entries" | "unused"> | null },
): Found {
  const { primary, components, problems, problemCount } = document;
  const { facts } = ground.content;
  const fact = sbomFact(document);
  return {
    edition: `${fact.format} ${document.formatVersion}`,
    about: primary
      ? [primary.group, primary.name, primary.version].filter((part) => part !== null).join(" ")
      : "",
    counted: components.length,
    entries: [
      factEntry({
        facts,
        key: "sbom",
        value: fact,
        place: null,
        reasons: [reason("counted", String(components.length))],
      }),
      ...platformEntries(components, facts),
      ...(found?.entries ?? []),
    ],
    unused: [
      ...problems.map(({ code, place, value }) => ({ code, place, value, suggestion: "" })),
      ...(found?.unused ?? []),
    ],
    unusedCount: problemCount + (found?.unused.length ?? 0),
    // The plan's own schema is that of the report.
    quality: quality as Array<SbomQuality>,
    evidence: fileAsEvidence(ground, {
      type: "sbom",
      scheme: fact.format.startsWith("cyclonedx") ? "CycloneDX" : "SPDX",
      schemeVersion: document.formatVersion,
      validFrom: fact.createdOn,
    }),
  };
}
