import { accept, type Result, refuse } from "~/domain/shared/result";
import { cyclonedxComponent } from "./cyclonedx-component";
import {
  MAX_SBOM_COMPONENTS,
  type SbomComponent,
  type SbomDocument,
  type SbomFileFormat,
  type SbomRefusal,
} from "./document";
import { isObject, type JsonObject, listAt, objectAt, objectsAt, textAt, textsAt } from "./json-values";
import type { Place, Places } from "./place";
import { collectProblems, type Problems } from "./problems";
import { linkComponents } from "./references";

/** Versions that were read against their published schemas. */
const VERSIONS: ReadonlySet<string> = new Set(["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]);
const DEEPEST_ASSEMBLY = 32;

/**
 * A CycloneDX bill of materials in the shape of its JSON schemas (XML is brought into that shape first). Components
 * inside components are listed after the one that holds them.
 */
export function readCyclonedx(
  bom: JsonObject,
  format: SbomFileFormat,
  places: Places,
): Result<SbomDocument, SbomRefusal> {
  const formatVersion = textAt(bom, "specVersion") ?? "";
  if (!VERSIONS.has(formatVersion))
    return refuse({
      code: "unsupported-version",
      place: places.at(places.root, "specVersion"),
      detail: formatVersion,
    });
  const problems = collectProblems();
  const metadata = objectAt(bom, "metadata");
  const dependencies = dependenciesOf(bom, places, problems);
  const components: Array<SbomComponent> = [];
  const read = { places, problems, dependencies, into: components };
  const inMetadata = places.at(places.root, "metadata");
  const described = objectAt(metadata, "component");
  const about = described
    ? listComponents([described], () => places.at(inMetadata, "component"), 0, read)
    : true;
  const inside = listComponents(
    listAt(bom, "components"),
    (index) => places.at(places.root, "components", index),
    0,
    read,
  );
  if (!about || !inside)
    return refuse({
      code: "too-many-components",
      place: places.at(places.root, "components"),
      detail: String(MAX_SBOM_COMPONENTS),
    });
  const [first] = components;
  const primary = described && isNamed(described) && first ? first : null;
  const manufacturer = objectAt(metadata, "manufacturer") ?? objectAt(metadata, "manufacture");
  const organisations = [manufacturer, objectAt(metadata, "supplier")];
  const authors = objectsAt(metadata, "authors");
  return accept({
    format,
    formatVersion,
    identifier: textAt(bom, "serialNumber"),
    createdAt: textAt(metadata, "timestamp"),
    authors: [
      ...authors.flatMap((author) => textAt(author, "name") ?? textAt(author, "email") ?? []),
      ...organisations.flatMap((one) => textAt(one, "name") ?? []),
    ],
    authorHasAddress:
      authors.some((author) => textAt(author, "email") !== null) || organisations.some(hasAddress),
    tools: toolsOf(metadata),
    generationContext: objectsAt(metadata, "lifecycles").flatMap(
      (one) => textAt(one, "phase") ?? textAt(one, "name") ?? [],
    ),
    statesCompleteness: objectsAt(bom, "compositions").some(statesAggregate),
    ...linkComponents(components, primary, dependencies.places, problems),
    fileCount: 0,
    ...problems.result(),
  });
}

type Reading = {
  places: Places;
  problems: Problems;
  dependencies: Dependencies;
  into: Array<SbomComponent>;
};

/** Reads a list and what its entries hold; false where there are more than a list may have. */
function listComponents(
  entries: ReadonlyArray<unknown>,
  placeOf: (index: number) => Place,
  depth: number,
  reading: Reading,
): boolean {
  const { places, problems, dependencies, into } = reading;
  return entries.every((entry, index) => {
    const place = placeOf(index);
    // What came out of the scanner is JSON; the list itself was not typed further.
    const value = entry as JsonObject;
    if (!isObject(value)) {
      problems.note("wrong-type", place, entry);
      return true;
    }
    const ref = textAt(value, "bom-ref");
    if (isNamed(value)) into.push(cyclonedxComponent(value, place, dependencies.of(ref), problems));
    else problems.note("component-without-name", place, ref);
    if (into.length > MAX_SBOM_COMPONENTS + 1) return false;
    const inside = listAt(value, "components");
    if (inside.length === 0 || depth >= DEEPEST_ASSEMBLY) return true;
    return listComponents(inside, (at) => places.at(place, "components", at), depth + 1, reading);
  });
}

function isNamed(component: JsonObject): boolean {
  return textAt(component, "name") !== null;
}

type Dependencies = {
  of(ref: string | null): ReadonlyArray<string> | null;
  /** Where each entry of the graph stands, by its ref. */
  places: ReadonlyMap<string, Place>;
};

function dependenciesOf(bom: JsonObject, places: Places, problems: Problems): Dependencies {
  const graph = new Map<string, ReadonlyArray<string>>();
  const where = new Map<string, Place>();
  for (const [index, entry] of listAt(bom, "dependencies").entries()) {
    const place = places.at(places.root, "dependencies", index);
    const ref = textAt(entry, "ref");
    if (ref === null) {
      problems.note("wrong-type", place);
      continue;
    }
    graph.set(ref, [...(graph.get(ref) ?? []), ...textsAt(entry, "dependsOn")]);
    where.set(ref, place);
  }
  return { of: (ref) => (ref === null ? null : (graph.get(ref) ?? null)), places: where };
}

/** That something is not known is a statement; `not_specified` is none. */
function statesAggregate(composition: JsonObject): boolean {
  const aggregate = textAt(composition, "aggregate");
  return aggregate !== null && aggregate !== "not_specified";
}

/** Since 1.5 components and services, before that a list of its own kind. */
function toolsOf(metadata: JsonObject | undefined): ReadonlyArray<string> {
  const tools = objectAt(metadata, "tools");
  const all = tools
    ? [...objectsAt(tools, "components"), ...objectsAt(tools, "services")]
    : objectsAt(metadata, "tools");
  return all.flatMap((tool) => {
    const name = textAt(tool, "name");
    return name === null ? [] : [[name, textAt(tool, "version")].filter((part) => part !== null).join(" ")];
  });
}

/** True where an organisation (name, url, contact) can be written to. */
export function hasAddress(organisation: JsonObject | undefined): boolean {
  return (
    textsAt(organisation, "url").length > 0 ||
    textAt(organisation, "url") !== null ||
    objectsAt(organisation, "contact").some((contact) => textAt(contact, "email") !== null)
  );
}
