import type { Result } from "~/domain/shared/result";
import type { SbomDocument, SbomRefusal } from "./document";
import type { JsonObject, JsonValue } from "./json-values";
import { collectProblems } from "./problems";
import { readSpdx2 } from "./spdx2";

type Fields = Record<string, JsonValue>;
type Package = Fields & { checksums: Array<Fields>; externalRefs: Array<Fields> };

/** Tags of a package and the members of the JSON schema that they are. */
const PACKAGE_TAGS: Readonly<Record<string, string>> = {
  SPDXID: "SPDXID",
  PackageVersion: "versionInfo",
  PackageFileName: "packageFileName",
  PackageSupplier: "supplier",
  PackageOriginator: "originator",
  PackageLicenseConcluded: "licenseConcluded",
  PackageLicenseDeclared: "licenseDeclared",
  PrimaryPackagePurpose: "primaryPackagePurpose",
  ValidUntilDate: "validUntilDate",
};
const OPEN = "<text>";
const CLOSE = "</text>";
const LINE = /^([A-Za-z][A-Za-z0-9]*):[ \t]*(.*)$/;

/**
 * SPDX 2 as lines of tag and value (SPDX 2.3, annex on tag-value): brought into the shape of the JSON schema. A text
 * between `<text>` and `</text>` may have several lines; a line that is none is reported and left out.
 */
export function readSpdxTagValue(text: string): Result<SbomDocument, SbomRefusal> {
  const problems = collectProblems();
  const packages: Array<Package> = [];
  const lines: Array<number> = [];
  const relationships: Array<Fields> = [];
  const files: Array<Fields> = [];
  const creators: Array<string> = [];
  const head: Fields = Object.create(null);
  let versionLine = 1;
  let current: Package | undefined;
  /** Fields of files and snippets are not those of the package before them. */
  let inside: "document" | "package" | "other" = "document";

  for (const { number, tag, value } of taggedLines(text, (line) => problems.note("unknown-line", { line }))) {
    switch (tag) {
      case "SPDXVersion":
        head.spdxVersion = value;
        versionLine = number;
        break;
      case "DocumentNamespace":
        head.documentNamespace = value;
        break;
      case "Created":
        head.created = value;
        break;
      case "Creator":
        creators.push(value);
        break;
      case "PackageName":
        current = Object.assign(Object.create(null), {
          name: value,
          checksums: [],
          externalRefs: [],
        }) as Package;
        inside = "package";
        packages.push(current);
        lines.push(number);
        break;
      case "FileName":
      case "SnippetSPDXID":
        inside = "other";
        if (tag === "FileName") files.push(Object.create(null));
        break;
      case "Relationship": {
        const [from = "", type = "", to = ""] = value.split(/\s+/);
        relationships.push({ spdxElementId: from, relationshipType: type, relatedSpdxElement: to });
        break;
      }
      default: {
        const file = files.at(-1);
        if (inside === "package" && current) addToPackage(current, tag, value);
        else if (inside === "other" && tag === "SPDXID" && file) file.SPDXID = value;
      }
    }
  }
  const document: JsonObject = {
    spdxVersion: head.spdxVersion ?? "",
    documentNamespace: head.documentNamespace ?? "",
    creationInfo: { created: head.created ?? "", creators },
    packages,
    files,
    relationships,
  };
  const placeOf = (list: string, index: number) => ({
    line: list === "packages" ? (lines[index] ?? 1) : versionLine,
  });
  return readSpdx2(document, "spdx-tag-value", placeOf, problems);
}

function addToPackage(current: Package, tag: string, value: string): void {
  if (tag === "PackageChecksum") {
    const [, algorithm = "", checksumValue = ""] = /^([A-Za-z0-9-]+):\s*([0-9A-Fa-f]+)$/.exec(value) ?? [];
    if (algorithm !== "") current.checksums.push({ algorithm, checksumValue });
    return;
  }
  if (tag === "ExternalRef") {
    const [, referenceType = "", referenceLocator = ""] = value.split(/\s+/);
    current.externalRefs.push({ referenceType, referenceLocator });
    return;
  }
  const member = Object.hasOwn(PACKAGE_TAGS, tag) ? PACKAGE_TAGS[tag] : undefined;
  if (member !== undefined) current[member] = value;
}

type TaggedLine = { number: number; tag: string; value: string };

/** A text that never ends is reported where it began. */
function* taggedLines(text: string, noteUnknown: (line: number) => void): Generator<TaggedLine> {
  let open: { number: number; tag: string; parts: Array<string> } | undefined;
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? undefined : end).replace(/\r$/, "");
    at = end < 0 ? text.length : end + 1;
    number += 1;
    if (open) {
      const close = line.indexOf(CLOSE);
      open.parts.push(close < 0 ? line : line.slice(0, close));
      if (close < 0) continue;
      yield { number: open.number, tag: open.tag, value: open.parts.join("\n").trim() };
      open = undefined;
      continue;
    }
    if (/^\s*(#|$)/.test(line)) continue;
    const [, tag = "", rest = ""] = LINE.exec(line) ?? [];
    if (tag === "") noteUnknown(number);
    else if (!rest.startsWith(OPEN)) yield { number, tag, value: rest.trim() };
    else {
      const close = rest.indexOf(CLOSE);
      const first = rest.slice(OPEN.length, close < 0 ? undefined : close);
      if (close < 0) open = { number, tag, parts: [first] };
      else yield { number, tag, value: first.trim() };
    }
  }
  if (open) noteUnknown(open.number);
}
