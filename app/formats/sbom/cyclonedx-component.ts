import type { SbomComponent, SbomHash } from "./document";
import { parseCpe, parsePurl } from "./identifiers";
import { type JsonObject, objectAt, objectsAt, textAt, textsAt } from "./json-values";
import type { Place } from "./place";
import type { Problems } from "./problems";

const NONE: ReadonlyArray<never> = [];

/** Property names of the CycloneDX and BSI taxonomies; the level of support is a name that tools have agreed on. */
const SUPPORT_ENDS = ["cdx:lifecycle:milestone:endOfSupport", "cdx:fda:end-of-support-date"];
const LIFE_ENDS = ["cdx:lifecycle:milestone:endOfLife", "cdx:fda:end-of-life-date"];
const SUPPORT_LEVELS = ["cdx:fda:level-of-support"];
const BSI_PROPERTIES = ["executable", "archive", "structured"] as const;

/** One component of CycloneDX that has a name. */
export function cyclonedxComponent(
  value: JsonObject,
  place: Place,
  dependsOn: SbomComponent["dependsOn"],
  problems: Problems,
): SbomComponent {
  const properties = propertiesOf(value);
  const makers = [objectAt(value, "manufacturer"), ...objectsAt(value, "authors")];
  const supplier = objectAt(value, "supplier");
  const cpe = textAt(value, "cpe");
  if (cpe !== null && !parseCpe(cpe)) problems.note("invalid-cpe", place, cpe);
  return {
    ref: textAt(value, "bom-ref"),
    type: textAt(value, "type"),
    group: textAt(value, "group"),
    name: textAt(value, "name") ?? "",
    version: textAt(value, "version") ?? textAt(value, "versionRange"),
    supplier: textAt(supplier, "name"),
    producer:
      makers.map((maker) => textAt(maker, "name")).find((name) => name !== null) ??
      textAt(value, "publisher") ??
      textAt(value, "author"),
    producerHasAddress: [supplier, ...makers].some(canBeReached),
    purl: purlOf(value, place, problems),
    cpes: cpe !== null && parseCpe(cpe) ? [cpe] : NONE,
    otherIdentifiers: otherIdentifiersOf(value),
    licences: licencesOf(value),
    hashes: hashesOf(value),
    dependsOn,
    fileName: properties.get("bsi:component:filename") ?? null,
    bsiProperties:
      properties.size === 0 ? NONE : BSI_PROPERTIES.filter((name) => properties.has(`bsi:component:${name}`)),
    supportLevel: firstOf(properties, SUPPORT_LEVELS),
    supportEndsOn: dateOf(firstOf(properties, SUPPORT_ENDS), place, problems),
    endOfLifeOn: dateOf(firstOf(properties, LIFE_ENDS), place, problems),
    place,
  };
}

function canBeReached(who: JsonObject | undefined): boolean {
  return (
    textAt(who, "email") !== null ||
    textAt(who, "url") !== null ||
    textsAt(who, "url").length > 0 ||
    objectsAt(who, "contact").some((contact) => textAt(contact, "email") !== null)
  );
}

function propertiesOf(value: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    objectsAt(value, "properties").flatMap((property) => {
      const name = textAt(property, "name");
      const content = textAt(property, "value");
      return name === null || content === null ? [] : [[name, content] as const];
    }),
  );
}

function firstOf(properties: ReadonlyMap<string, string>, names: ReadonlyArray<string>): string | null {
  return names.map((name) => properties.get(name)).find((found) => found !== undefined) ?? null;
}

/** The calendar day that a date or a time of day stands for; reported where there is none. */
export function dateOf(text: string | null, place: Place, problems: Problems): string | null {
  if (text === null) return null;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (day !== undefined && isDay(day)) return day;
  problems.note("invalid-date", place, text);
  return null;
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function purlOf(value: JsonObject, place: Place, problems: Problems): string | null {
  const purl = textAt(value, "purl");
  if (purl === null || parsePurl(purl)) return purl;
  problems.note("invalid-purl", place, purl);
  return null;
}

function otherIdentifiersOf(value: JsonObject): ReadonlyArray<string> {
  const swid = textAt(objectAt(value, "swid"), "tagId");
  const found = [
    ...(swid === null ? [] : [swid]),
    ...textsAt(value, "swhid"),
    ...textsAt(value, "omniborId"),
  ];
  return found.length === 0 ? NONE : found;
}

function licencesOf(value: JsonObject): ReadonlyArray<string> {
  const licences = objectsAt(value, "licenses");
  if (licences.length === 0) return NONE;
  return licences.flatMap((entry) => {
    const licence = objectAt(entry, "license");
    return textAt(entry, "expression") ?? textAt(licence, "id") ?? textAt(licence, "name") ?? [];
  });
}

/** Hashes of the component itself or, as BSI asks for it, of the file that is delivered. */
function hashesOf(value: JsonObject): ReadonlyArray<SbomHash> {
  const own = objectsAt(value, "hashes");
  const delivered = objectsAt(value, "externalReferences")
    .filter((reference) => /^distribution/.test(textAt(reference, "type") ?? ""))
    .flatMap((reference) => objectsAt(reference, "hashes"));
  if (own.length + delivered.length === 0) return NONE;
  return [...own, ...delivered].flatMap((hash) => {
    const algorithm = textAt(hash, "alg");
    const content = textAt(hash, "content");
    return algorithm === null || content === null ? [] : [{ algorithm: hashName(algorithm), value: content }];
  });
}

/** `SHA256`, `sha-256`, `SHA3_512`: one spelling for each. */
export function hashName(algorithm: string): string {
  const [, family = "", rest = ""] = /^(SHA3|SHA|MD|BLAKE2b|BLAKE)[-_]?(.*)$/i.exec(algorithm) ?? [];
  const name = family.toUpperCase() === "MD" ? `MD${rest}` : `${family}-${rest}`;
  return family === "" ? algorithm.toUpperCase() : name.toUpperCase();
}
