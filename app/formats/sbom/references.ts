import type { SbomComponent } from "./document";
import type { Place } from "./place";
import type { Problems } from "./problems";

/**
 * Sees to it that references mean something: a ref that two components share or that nothing has is reported; the
 * dependency stays in the list as it was written. The primary component is taken out of the list.
 */
export function linkComponents(
  all: ReadonlyArray<SbomComponent>,
  primary: SbomComponent | null,
  graph: ReadonlyMap<string, Place>,
  problems: Problems,
): { primary: SbomComponent | null; components: ReadonlyArray<SbomComponent> } {
  const refs = new Set<string>();
  for (const { ref, place } of all) {
    if (ref === null) continue;
    if (refs.has(ref)) problems.note("duplicate-ref", place, ref);
    refs.add(ref);
  }
  for (const [ref, place] of graph) if (!refs.has(ref)) problems.note("unknown-ref", place, ref);
  for (const { dependsOn, place } of all)
    for (const ref of dependsOn ?? []) if (!refs.has(ref)) problems.note("unknown-ref", place, ref);
  return { primary, components: primary ? all.filter((component) => component !== primary) : all };
}
