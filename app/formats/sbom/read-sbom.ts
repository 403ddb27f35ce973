import { accept, type Result, refuse } from "~/domain/shared/result";
import { decodeText } from "../delimited/decode-text";
import { readCyclonedx } from "./cyclonedx";
import { readCyclonedxXml } from "./cyclonedx-xml";
import { MAX_SBOM_BYTES, type SbomDocument, type SbomRefusal, type SbomRefusalCode } from "./document";
import { isObject, type JsonObject, objectAt, readJson, textAt, textOf } from "./json-values";
import { JSON_PLACES, type Place, XML_PLACES } from "./place";
import { readSpdxTagValue } from "./spdx-tag-value";
import { readSpdx2 } from "./spdx2";
import { readSpdx3 } from "./spdx3";

const SPDX_LINE = /^SPDXVersion:/m;
/** A list of files may come first, but not for ever. */
const CHARACTERS_TO_LOOK_AT = 100_000;

/**
 * A software bill of materials of any format and version that is known here, told apart by what is in it and never by its
 * name: CycloneDX 1.2 to 1.7 as JSON or XML, SPDX 2.2 and 2.3 as JSON or tag-value, SPDX 3.0 as JSON-LD. At most 25 MB and
 * 200,000 components. What is wrong with a part is listed with its place; what is wrong with the whole refuses
 * it. Never throws; meant to run in a worker, because a list of that size takes seconds.
 */
export function readSbom(bytes: Uint8Array): Result<SbomDocument, SbomRefusal> {
  const text = readText(bytes);
  if (!text.ok) return text;
  if (/^\s*</.test(text.value)) {
    const bom = readCyclonedxXml(text.value);
    return bom.ok ? readCyclonedx(bom.value, "cyclonedx-xml", XML_PLACES) : bom;
  }
  if (/^\s*\{/.test(text.value)) {
    const json = readJson(text.value);
    if (!json.ok) return json;
    return isObject(json.value) ? readJsonSbom(json.value) : refusal("unknown-format");
  }
  return SPDX_LINE.test(text.value.slice(0, CHARACTERS_TO_LOOK_AT))
    ? readSpdxTagValue(text.value)
    : refusal("unknown-format");
}

/** The text of a file without a byte order mark; refused where it is too large or no Unicode. */
export function readText(bytes: Uint8Array): Result<string, SbomRefusal> {
  if (bytes.length > MAX_SBOM_BYTES) return refusal("too-large", null, String(bytes.length));
  const decoded = decodeText(bytes);
  if (!decoded.ok || decoded.value.encoding === "windows-1250") return refusal("not-text");
  const text = decoded.value.text.replace(/^\uFEFF/, "");
  return /\S/.test(text) ? accept(text) : refusal("empty");
}

/** The same where the JSON has been parsed already. */
export function readJsonSbom(document: JsonObject): Result<SbomDocument, SbomRefusal> {
  if (textAt(document, "bomFormat") === "CycloneDX")
    return readCyclonedx(document, "cyclonedx-json", JSON_PLACES);
  if (textAt(document, "spdxVersion") !== null)
    return readSpdx2(document, "spdx-json", (list, index) =>
      list === "spdxVersion"
        ? JSON_PLACES.at(JSON_PLACES.root, list)
        : JSON_PLACES.at(JSON_PLACES.root, list, index),
    );
  if (isSpdx3(document)) return readSpdx3(document);
  return objectAt(document, "document")?.csaf_version === undefined
    ? refusal("unknown-format")
    : refusal("advisory", { pointer: "/document" });
}

function isSpdx3(document: JsonObject): boolean {
  const context = document["@context"];
  const all = Array.isArray(context) ? context : [context];
  return all.some((one) => (textOf(one) ?? "").includes("spdx.org/rdf/"));
}

function refusal(code: SbomRefusalCode, place: Place | null = null, detail = "") {
  return refuse<SbomRefusal>({ code, place, detail });
}
