import type { SbomComponent } from "~/formats/sbom/document";
import { readSbom } from "~/formats/sbom/read-sbom";
import type { NamedPart } from "~/formats/vulnerability-status/contained";

/** So many different components of one list are searched: the largest product has a tenth. */
export const MOST_PARTS = 10_000;

/** What of a list is searched later on. `componentCount`: how many it names; fewer parts = the same one twice, or cut. */
export type ListedParts = { componentCount: number; isCut: boolean; parts: ReadonlyArray<NamedPart> };

/** The components of a list by name, version, package URL and CPE, each once; null where the file is no list of components. */
export function listParts(bytes: Uint8Array): ListedParts | null {
  const read = readSbom(bytes);
  if (!read.ok) return null;
  const { components } = read.value;
  const parts = new Map<string, NamedPart>();
  for (const component of components) {
    const part = toPart(component);
    parts.set(JSON.stringify(part), part);
    if (parts.size > MOST_PARTS) break;
  }
  return {
    componentCount: components.length,
    isCut: parts.size > MOST_PARTS,
    parts: [...parts.values()].slice(0, MOST_PARTS),
  };
}

/**
 * A group tells who has made it: notices name the component alone, and package URLs hold both. Of several CPEs the first:
 * tools that guess them begin with the likeliest.
 */
function toPart({ name, version, purl, cpes: [cpe = ""] }: SbomComponent): NamedPart {
  return {
    name: name.slice(0, 200),
    version: (version ?? "").slice(0, 80),
    purl: purl !== null && purl.length <= 500 ? purl : "",
    cpe: cpe.length <= 500 ? cpe : "",
  };
}
