import { accept, type Result, refuse } from "~/domain/shared/result";
import { textInside } from "../xml/parse-ordered";
import type { SbomRefusal } from "./document";
import type { JsonObject, JsonValue } from "./json-values";
import { attributeOf, elementsOf, readXml, type XmlElement } from "./xml-document";

/** Elements that the JSON schemas write as lists of what is in them. */
const LISTS: ReadonlySet<string> = new Set(
  (
    "components services hashes licenses properties externalReferences dependencies authors lifecycles " +
    "compositions vulnerabilities ratings cwes advisories affects versions responses references tools assemblies"
  ).split(" "),
);
/** Elements that may stand several times, each of them an entry. */
const REPEATED: ReadonlySet<string> = new Set(["url", "contact", "swhid", "omniborId"]);
const NAMESPACE = /^http:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)$/;

/**
 * A CycloneDX file in XML, in the shape that its JSON has; the version comes from the namespace. What XML writes in
 * another way (hashes, licences, the graph of dependencies, properties) is brought into that shape here.
 */
export function readCyclonedxXml(text: string): Result<JsonObject, SbomRefusal> {
  const read = readXml(text);
  if (!read.ok) return read;
  const { root, namespaces } = read.value;
  const version = namespaces.map((value) => NAMESPACE.exec(value)?.[1]).find((found) => found !== undefined);
  if (root.name !== "bom" || version === undefined)
    return refuse({ code: "unknown-format", place: { path: `/${root.name.slice(0, 80)}` }, detail: "" });
  const bom = toShape(root);
  return accept({
    ...(isPlainObject(bom) ? bom : {}),
    bomFormat: "CycloneDX",
    specVersion: version,
  });
}

function toShape(element: XmlElement): JsonValue {
  const children = elementsOf(element.content);
  if (LISTS.has(element.name) && !(element.name === "tools" && hasParts(children))) {
    if (element.name === "licenses") return children.map(toLicence);
    if (element.name === "dependencies") return children.map(toDependency);
    return children.map(toShape);
  }
  const attributes = attributesOf(element);
  if (children.length > 0) return membersOf(children, attributes);
  const content = textInside(element.content);
  if (element.name === "hash") return { ...attributes, content };
  if (element.name === "property") return { ...attributes, value: content };
  // `<assembly ref="…"/>`, `<dependency ref="…"/>`, `<component …/>`: nothing but attributes.
  if (Object.keys(attributes).length > 0 && content === "") return attributes;
  return content;
}

/** Since 1.5 `tools` may hold components and services instead of a list of tools. */
function hasParts(children: ReadonlyArray<XmlElement>): boolean {
  return children.some(({ name }) => name === "components" || name === "services");
}

function membersOf(
  children: ReadonlyArray<XmlElement>,
  attributes: Record<string, JsonValue>,
): Record<string, JsonValue> {
  const members = attributes;
  const repeated: Record<string, Array<JsonValue>> = Object.create(null);
  for (const child of children) {
    if (!REPEATED.has(child.name)) {
      members[child.name] = toShape(child);
      continue;
    }
    const list = repeated[child.name] ?? [];
    list.push(toShape(child));
    repeated[child.name] = list;
    members[child.name] = list;
  }
  return members;
}

function toLicence(element: XmlElement): JsonValue {
  return element.name === "expression"
    ? { expression: textInside(element.content) }
    : { license: toShape(element) };
}

function toDependency(element: XmlElement): JsonValue {
  return {
    ref: attributeOf(element, "ref") ?? "",
    dependsOn: elementsOf(element.content).flatMap((child) => attributeOf(child, "ref") ?? []),
  };
}

function attributesOf(element: XmlElement): Record<string, JsonValue> {
  const members: Record<string, JsonValue> = Object.create(null);
  for (const name of Object.keys(element.attributes)) {
    const value = attributeOf(element, name);
    if (value !== null) members[name] = value;
  }
  return members;
}

function isPlainObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
