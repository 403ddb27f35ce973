import { accept, type Result, refuse } from "~/domain/shared/result";
import { dateOf, hashName } from "./cyclonedx-component";
import { MAX_SBOM_COMPONENTS, type SbomComponent, type SbomDocument, type SbomRefusal } from "./document";
import { parseCpe, parsePurl } from "./identifiers";
import {
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  objectAt,
  objectsAt,
  textAt,
  textOf,
  textsAt,
} from "./json-values";
import { JSON_PLACES, type Place } from "./place";
import { collectProblems, type Problems } from "./problems";
import { linkComponents } from "./references";
import { dependenciesOfRelationships, type Relationship } from "./spdx-relationships";
import { licencesOf, stated } from "./spdx2";

/**
 * An SPDX 3.0 document as JSON-LD in the compact form that the specification prescribes: a flat `@graph` of elements that
 * name each other by id. The context is never fetched; names of types and properties are those of the published
 * context. Contexts of one's own are not followed.
 */
export function readSpdx3(document: JsonObject): Result<SbomDocument, SbomRefusal> {
  const problems = collectProblems();
  const graph = elementsOf(document, problems);
  const formatVersion = versionOf(document, graph);
  if (!/^3\.0(\.\d+)?$/.test(formatVersion))
    return refuse({ code: "unsupported-version", place: { pointer: "/@context" }, detail: formatVersion });
  const packages = graph.filter(({ type }) => type === "software_Package");
  if (packages.length > MAX_SBOM_COMPONENTS)
    return refuse({
      code: "too-many-components",
      place: { pointer: "/@graph" },
      detail: String(packages.length),
    });
  const byId = new Map(graph.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])));
  const relationships = graph.flatMap(relationshipsOf);
  const dependencies = dependenciesOfRelationships(relationships);
  const licences = licencesByElement(relationships, byId);
  const components = packages.flatMap((one): ReadonlyArray<SbomComponent> => {
    if (textAt(one.value, "name") !== null)
      return [toComponent(one, { byId, dependencies, licences }, problems)];
    problems.note("component-without-name", one.place, one.id);
    return [];
  });
  const isFile = (id: string) => byId.has(id) && byId.get(id)?.type !== "software_Package";
  const creation = creationOf(graph, byId);
  const agents = textsAt(creation, "createdBy").flatMap((id) => byId.get(id) ?? []);
  return accept({
    format: "spdx-json",
    formatVersion,
    identifier: graph.find(({ type }) => type === "SpdxDocument")?.id ?? null,
    createdAt: textAt(creation, "created"),
    authors: agents.flatMap(({ value }) => textAt(value, "name") ?? []),
    authorHasAddress: agents.some(({ value }) => hasAddress(value)),
    tools: textsAt(creation, "createdUsing").flatMap((id) => textAt(byId.get(id)?.value, "name") ?? []),
    generationContext: graph.flatMap(({ type, value }) =>
      type === "software_Sbom" ? textsAt(value, "software_sbomType") : [],
    ),
    statesCompleteness: graph.some(({ value }) => textAt(value, "completeness") !== null),
    ...linkComponents(components, rootOf(graph, byId, components), new Map(), {
      ...problems,
      note: (code, place, value) => {
        if (code !== "unknown-ref" || typeof value !== "string" || !isFile(value))
          problems.note(code, place, value);
      },
    }),
    fileCount: graph.filter(({ type }) => type === "software_File").length,
    ...problems.result(),
  });
}

type Element = { id: string | null; type: string; value: JsonObject; place: Place };

function elementsOf(document: JsonObject, problems: Problems): ReadonlyArray<Element> {
  const inGraph = "@graph" in document;
  const entries: ReadonlyArray<JsonValue> = inGraph ? listAt(document, "@graph") : [document];
  return entries.flatMap((value, index) => {
    const place = inGraph ? JSON_PLACES.at(JSON_PLACES.root, "@graph", index) : JSON_PLACES.root;
    if (!isObject(value)) {
      problems.note("wrong-type", place, value);
      return [];
    }
    const type = textAt(value, "type") ?? textAt(value, "@type") ?? "";
    return [{ id: idOf(value), type, value, place }];
  });
}

function idOf(value: JsonObject): string | null {
  return textAt(value, "spdxId") ?? textAt(value, "@id");
}

function versionOf(document: JsonObject, graph: ReadonlyArray<Element>): string {
  const contexts = [document["@context"], ...listAt(document, "@context")].flatMap(
    (one) => textOf(one) ?? [],
  );
  const ofContext = contexts.flatMap(
    (one) => /^https?:\/\/spdx\.org\/rdf\/v?([0-9.]+)\//.exec(one)?.[1] ?? [],
  );
  const ofCreation = graph.flatMap(({ type, value }) =>
    type === "CreationInfo" ? (textAt(value, "specVersion") ?? []) : [],
  );
  return ofContext[0] ?? ofCreation[0] ?? "";
}

/** Creation information stands in the graph, or inside the document that it belongs to. */
function creationOf(graph: ReadonlyArray<Element>, byId: ReadonlyMap<string, Element>) {
  const document = graph.find(({ type }) => type === "SpdxDocument");
  const id = textAt(document?.value, "creationInfo");
  return (
    objectAt(document?.value, "creationInfo") ??
    (id === null ? undefined : byId.get(id)?.value) ??
    graph.find(({ type }) => type === "CreationInfo")?.value
  );
}

function relationshipsOf({ type, value }: Element): ReadonlyArray<Relationship> {
  if (type !== "Relationship" && type !== "LifecycleScopedRelationship") return [];
  const from = textAt(value, "from");
  const kind = textAt(value, "relationshipType");
  if (from === null || kind === null) return [];
  const to = textsAt(value, "to");
  // Said to be complete, and naming nothing: it needs nothing.
  if (to.length === 0 && textAt(value, "completeness") === "complete")
    return [{ from, to: "NONE", type: kind }];
  return to.map((one) => ({ from, to: one, type: kind }));
}

function licencesByElement(
  relationships: ReadonlyArray<Relationship>,
  byId: ReadonlyMap<string, Element>,
): ReadonlyMap<string, ReadonlyArray<string>> {
  const found = new Map<string, Array<string>>();
  for (const { from, to, type } of relationships) {
    if (type !== "hasConcludedLicense" && type !== "hasDeclaredLicense") continue;
    const licence = byId.get(to)?.value;
    const text =
      textAt(licence, "simplelicensing_licenseExpression") ?? textAt(licence, "name") ?? to.split("/").at(-1);
    found.set(from, [...(found.get(from) ?? []), text ?? to]);
  }
  return found;
}

/** The document is about a list (`software_Sbom`), which is about a package; or about the package itself. */
function rootOf(
  graph: ReadonlyArray<Element>,
  byId: ReadonlyMap<string, Element>,
  components: ReadonlyArray<SbomComponent>,
): SbomComponent | null {
  const roots = graph
    .filter(({ type }) => type === "SpdxDocument")
    .flatMap(({ value }) => textsAt(value, "rootElement"))
    .flatMap((id) => {
      const inner = textsAt(byId.get(id)?.value, "rootElement");
      return inner.length > 0 ? inner : [id];
    });
  return components.find(({ ref }) => ref !== null && roots.includes(ref)) ?? null;
}

type Known = {
  byId: ReadonlyMap<string, Element>;
  dependencies: ReadonlyMap<string, ReadonlyArray<string>>;
  licences: ReadonlyMap<string, ReadonlyArray<string>>;
};

function toComponent({ id, value, place }: Element, known: Known, problems: Problems): SbomComponent {
  const supplier = known.byId.get(textAt(value, "suppliedBy") ?? "")?.value ?? objectAt(value, "suppliedBy");
  const maker = textsAt(value, "originatedBy")
    .map((one) => known.byId.get(one)?.value)
    .find((one) => one !== undefined);
  const identified = objectsAt(value, "externalIdentifier").flatMap((one) => {
    const type = textAt(one, "externalIdentifierType");
    const identifier = textAt(one, "identifier");
    return type === null || identifier === null ? [] : [{ type, identifier }];
  });
  const named = (...types: ReadonlyArray<string>) =>
    identified.filter(({ type }) => types.includes(type)).map(({ identifier }) => identifier);
  const purl = textAt(value, "software_packageUrl") ?? named("packageUrl", "purl")[0] ?? null;
  if (purl !== null && !parsePurl(purl)) problems.note("invalid-purl", place, purl);
  const cpes = named("cpe23", "cpe22");
  for (const cpe of cpes) if (!parseCpe(cpe)) problems.note("invalid-cpe", place, cpe);
  return {
    ref: id,
    type: textAt(value, "software_primaryPurpose"),
    group: null,
    name: textAt(value, "name") ?? "",
    version: stated(textAt(value, "software_packageVersion")),
    supplier: textAt(supplier, "name"),
    producer: textAt(maker, "name"),
    producerHasAddress: hasAddress(supplier) || hasAddress(maker),
    purl: purl !== null && parsePurl(purl) ? purl : null,
    cpes: cpes.filter((cpe) => parseCpe(cpe) !== null),
    otherIdentifiers: named("swid", "swhid", "gitoid"),
    licences: licencesOf((id === null ? undefined : known.licences.get(id)) ?? []),
    hashes: objectsAt(value, "verifiedUsing").flatMap((one) => {
      const algorithm = textAt(one, "algorithm");
      const content = textAt(one, "hashValue");
      return algorithm === null || content === null
        ? []
        : [{ algorithm: hashName(algorithm), value: content }];
    }),
    dependsOn: (id === null ? undefined : known.dependencies.get(id)) ?? null,
    fileName: null,
    bsiProperties: [],
    supportLevel: textsAt(value, "supportLevel")[0] ?? textAt(value, "supportLevel"),
    supportEndsOn: dateOf(textAt(value, "validUntilTime"), place, problems),
    endOfLifeOn: null,
    place,
  };
}

function hasAddress(agent: JsonObject | undefined): boolean {
  return objectsAt(agent, "externalIdentifier").some((one) =>
    ["email", "urlScheme"].includes(textAt(one, "externalIdentifierType") ?? ""),
  );
}
