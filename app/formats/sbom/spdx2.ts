import { accept, type Result, refuse } from "~/domain/shared/result";
import { dateOf, hashName } from "./cyclonedx-component";
import {
  MAX_SBOM_COMPONENTS,
  type SbomComponent,
  type SbomDocument,
  type SbomFileFormat,
  type SbomHash,
  type SbomRefusal,
} from "./document";
import { parseCpe, parsePurl } from "./identifiers";
import { isObject, type JsonObject, listAt, objectAt, objectsAt, textAt, textsAt } from "./json-values";
import type { Place } from "./place";
import { collectProblems, type Problems } from "./problems";
import { linkComponents } from "./references";
import { dependenciesOfRelationships, type Relationship } from "./spdx-relationships";

/** 2.3 was read against its published schema; 2.2 has the same fields as far as they are used here. */
const VERSIONS: ReadonlySet<string> = new Set(["2.2", "2.3"]);

/** Where the entries of a list stand: pointers in JSON, lines in tag-value. */
export type PlaceOf = (list: "packages" | "relationships" | "spdxVersion", index: number) => Place;

/** An SPDX 2 document in the shape of its JSON schema (tag-value is brought into that shape first). */
export function readSpdx2(
  document: JsonObject,
  format: SbomFileFormat,
  placeOf: PlaceOf,
  problems: Problems = collectProblems(),
): Result<SbomDocument, SbomRefusal> {
  const formatVersion = (textAt(document, "spdxVersion") ?? "").replace(/^SPDX-/, "");
  if (!VERSIONS.has(formatVersion))
    return refuse({ code: "unsupported-version", place: placeOf("spdxVersion", 0), detail: formatVersion });
  const packages = listAt(document, "packages");
  if (packages.length > MAX_SBOM_COMPONENTS)
    return refuse({
      code: "too-many-components",
      place: placeOf("packages", MAX_SBOM_COMPONENTS),
      detail: String(packages.length),
    });
  if (formatVersion !== "2.3") problems.note("unverified-version", placeOf("spdxVersion", 0), formatVersion);
  const relationships = relationshipsOf(document);
  const graph = dependenciesOfRelationships(relationships);
  const components = packages.flatMap((entry, index): ReadonlyArray<SbomComponent> => {
    const place = placeOf("packages", index);
    if (!isObject(entry)) {
      problems.note("wrong-type", place, entry);
      return [];
    }
    if (textAt(entry, "name") !== null) return [toComponent(entry, place, graph, problems)];
    problems.note("component-without-name", place, textAt(entry, "SPDXID"));
    return [];
  });
  const creation = objectAt(document, "creationInfo");
  const creators = textsAt(creation, "creators");
  return accept({
    format,
    formatVersion,
    identifier: textAt(document, "documentNamespace"),
    createdAt: textAt(creation, "created"),
    authors: creators.filter((one) => !/^Tool:/i.test(one)).flatMap((one) => nameOf(one) ?? []),
    authorHasAddress: creators.some((one) => !/^Tool:/i.test(one) && hasMail(one)),
    tools: creators.flatMap((one) => /^Tool:\s*(.+)$/i.exec(one)?.[1] ?? []),
    generationContext: [],
    statesCompleteness: relationships.some(({ to }) => to === NONE_MARK || to === NO_ASSERTION),
    ...linkComponents(
      components,
      describedBy(document, relationships, components),
      new Map(),
      ignoringFiles(document, problems),
    ),
    fileCount: listAt(document, "files").length,
    ...problems.result(),
  });
}

const NO_ASSERTION = "NOASSERTION";
const NONE_MARK = "NONE";

function relationshipsOf(document: JsonObject): ReadonlyArray<Relationship> {
  return objectsAt(document, "relationships").flatMap((one) => {
    const from = textAt(one, "spdxElementId");
    const to = textAt(one, "relatedSpdxElement");
    const type = textAt(one, "relationshipType");
    return from === null || to === null || type === null ? [] : [{ from, to, type }];
  });
}

/** Dependencies on files and on elements of other documents are no mistakes of this list. */
function ignoringFiles(document: JsonObject, problems: Problems): Problems {
  const files = new Set(objectsAt(document, "files").flatMap((file) => textAt(file, "SPDXID") ?? []));
  return {
    ...problems,
    note(code, place, value) {
      const isElsewhere = typeof value === "string" && (files.has(value) || value.startsWith("DocumentRef-"));
      if (code !== "unknown-ref" || !isElsewhere) problems.note(code, place, value);
    },
  };
}

function describedBy(
  document: JsonObject,
  relationships: ReadonlyArray<Relationship>,
  components: ReadonlyArray<SbomComponent>,
): SbomComponent | null {
  const [first] = [
    ...textsAt(document, "documentDescribes"),
    ...relationships.flatMap(({ from, to, type }) =>
      type === "DESCRIBES" ? [to] : type === "DESCRIBED_BY" ? [from] : [],
    ),
  ];
  return components.find(({ ref }) => ref !== null && ref === first) ?? null;
}

function toComponent(
  entry: JsonObject,
  place: Place,
  graph: ReadonlyMap<string, ReadonlyArray<string>>,
  problems: Problems,
): SbomComponent {
  const ref = textAt(entry, "SPDXID");
  const supplier = textAt(entry, "supplier");
  const originator = textAt(entry, "originator");
  const references = objectsAt(entry, "externalRefs").flatMap((one) => {
    const type = textAt(one, "referenceType");
    const locator = textAt(one, "referenceLocator");
    return type === null || locator === null ? [] : [{ type, locator }];
  });
  const located = (type: RegExp) => references.filter((one) => type.test(one.type)).map((one) => one.locator);
  const [purl = null] = located(/^purl$/i);
  if (purl !== null && !parsePurl(purl)) problems.note("invalid-purl", place, purl);
  const cpes = located(/^cpe2[23]Type$/i);
  for (const cpe of cpes) if (!parseCpe(cpe)) problems.note("invalid-cpe", place, cpe);
  return {
    ref,
    type: textAt(entry, "primaryPackagePurpose"),
    group: null,
    name: textAt(entry, "name") ?? "",
    version: stated(textAt(entry, "versionInfo")),
    supplier: nameOf(supplier),
    producer: nameOf(originator),
    producerHasAddress: hasMail(supplier) || hasMail(originator),
    purl: purl !== null && parsePurl(purl) ? purl : null,
    cpes: cpes.filter((cpe) => parseCpe(cpe) !== null),
    otherIdentifiers: located(/^(swid|swh|gitoid)$/i),
    licences: licencesOf([textAt(entry, "licenseConcluded"), textAt(entry, "licenseDeclared")]),
    hashes: hashesOf(entry),
    dependsOn: ref === null ? null : (graph.get(ref) ?? null),
    fileName: textAt(entry, "packageFileName"),
    bsiProperties: [],
    supportLevel: null,
    supportEndsOn: dateOf(textAt(entry, "validUntilDate"), place, problems),
    endOfLifeOn: null,
    place,
  };
}

/** What says that nothing is said, is nothing. */
export function stated(text: string | null): string | null {
  return text === null || text === NO_ASSERTION || text === NONE_MARK ? null : text;
}

export function licencesOf(all: ReadonlyArray<string | null>): ReadonlyArray<string> {
  return [...new Set(all.flatMap((licence) => stated(licence) ?? []))];
}

/** `Organization: Name (mail)` names somebody. */
function nameOf(text: string | null): string | null {
  const agent = stated(text);
  if (agent === null) return null;
  const [, name = agent] = /^(?:Person|Organization):\s*(.*)$/i.exec(agent) ?? [];
  return stated(name.replace(/\s*\([^()]*\)\s*$/, "").trim() || null);
}

function hasMail(text: string | null): boolean {
  return text !== null && /\([^()]*@[^()]*\)\s*$/.test(text);
}

function hashesOf(entry: JsonObject): ReadonlyArray<SbomHash> {
  return objectsAt(entry, "checksums").flatMap((one) => {
    const algorithm = textAt(one, "algorithm");
    const value = textAt(one, "checksumValue");
    return algorithm === null || value === null ? [] : [{ algorithm: hashName(algorithm), value }];
  });
}
