/** One line between two elements, in the names of SPDX 2 or of SPDX 3 without its type prefix. */
export type Relationship = { from: string; to: string; type: string };

/** From the one that needs to the one that is needed. */
const FORWARD: ReadonlySet<string> = new Set([
  "DEPENDS_ON",
  "CONTAINS",
  "DYNAMIC_LINK",
  "STATIC_LINK",
  "HAS_PREREQUISITE",
  "dependsOn",
  "contains",
  "hasDynamicLink",
  "hasStaticLink",
  "hasPrerequisite",
  "hasOptionalDependency",
  "hasProvidedDependency",
  "hasOptionalComponent",
]);
/** The other way round. */
const BACKWARD: ReadonlySet<string> = new Set(["CONTAINED_BY", "PREREQUISITE_FOR", "OPTIONAL_COMPONENT_OF"]);

/** What each element needs, by its id; an empty list says that it needs nothing (`NONE`). */
export function dependenciesOfRelationships(
  relationships: ReadonlyArray<Relationship>,
): ReadonlyMap<string, ReadonlyArray<string>> {
  const graph = new Map<string, Array<string>>();
  for (const { from, to, type } of relationships) {
    // `RUNTIME_DEPENDENCY_OF`, `TEST_DEPENDENCY_OF` and their like all end alike.
    const isBackward = BACKWARD.has(type) || type.endsWith("DEPENDENCY_OF");
    if (!isBackward && !FORWARD.has(type)) continue;
    const [needs, needed] = isBackward ? [to, from] : [from, to];
    if (needed === "NOASSERTION" || needs === "NOASSERTION") continue;
    const list = graph.get(needs) ?? [];
    if (needed !== "NONE") list.push(needed);
    graph.set(needs, list);
  }
  return graph;
}
