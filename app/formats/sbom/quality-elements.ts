import type { SbomComponent, SbomDocument } from "./document";

/** What a guideline can ask of a list or of each component in it, in our own words. */
export type DocumentElement =
  | "author"
  | "author-address"
  | "timestamp"
  | "tool-name"
  | "generation-context"
  | "identifier"
  | "current-format"
  | "completeness";
export type ComponentElement =
  | "component-name"
  | "supplier"
  | "producer-address"
  | "version"
  | "unique-identifier"
  | "dependencies"
  | "hash"
  | "hash-sha-512"
  | "licence"
  | "file-name"
  | "executable"
  | "archive"
  | "structured"
  | "support-level"
  | "support-end";

type OfDocument = (document: SbomDocument) => boolean;
/** `needed` holds every ref that something else depends on. */
type OfComponent = (component: SbomComponent, needed: ReadonlySet<string>) => boolean;

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

export const DOCUMENT_ELEMENTS: Readonly<Record<DocumentElement, OfDocument>> = {
  // A tool is not somebody who answers for a list.
  author: ({ authors }) => authors.length > 0,
  "author-address": ({ authorHasAddress }) => authorHasAddress,
  timestamp: ({ createdAt }) => createdAt !== null && RFC3339.test(createdAt),
  "tool-name": ({ tools }) => tools.length > 0,
  "generation-context": ({ generationContext }) => generationContext.length > 0,
  identifier: ({ identifier }) => identifier !== null,
  "current-format": isCurrentFormat,
  completeness: ({ statesCompleteness }) => statesCompleteness,
};

export const COMPONENT_ELEMENTS: Readonly<Record<ComponentElement, OfComponent>> = {
  "component-name": ({ name }) => name !== "",
  supplier: ({ supplier, producer }) => supplier !== null || producer !== null,
  "producer-address": ({ producerHasAddress }) => producerHasAddress,
  version: ({ version }) => version !== null,
  "unique-identifier": ({ purl, cpes, otherIdentifiers }) =>
    purl !== null || cpes.length > 0 || otherIdentifiers.length > 0,
  dependencies: ({ dependsOn, ref }, needed) => dependsOn !== null || (ref !== null && needed.has(ref)),
  hash: ({ hashes }) => hashes.length > 0,
  "hash-sha-512": ({ hashes }) =>
    hashes.some(({ algorithm, value }) => algorithm === "SHA-512" && /^[0-9a-f]{128}$/i.test(value)),
  licence: ({ licences }) => licences.length > 0,
  "file-name": ({ fileName }) => fileName !== null,
  executable: ({ bsiProperties }) => bsiProperties.includes("executable"),
  archive: ({ bsiProperties }) => bsiProperties.includes("archive"),
  structured: ({ bsiProperties }) => bsiProperties.includes("structured"),
  "support-level": ({ supportLevel }) => supportLevel !== null,
  "support-end": ({ supportEndsOn, endOfLifeOn }) => supportEndsOn !== null || endOfLifeOn !== null,
};

/** CycloneDX 1.6 or SPDX 3.0.1 and later, as JSON or XML. */
function isCurrentFormat({ format, formatVersion }: SbomDocument): boolean {
  switch (format) {
    case "cyclonedx-json":
    case "cyclonedx-xml":
      return Number(formatVersion.split(".")[1]) >= 6;
    case "spdx-json":
      return /^3\.0\.[1-9]/.test(formatVersion);
    case "spdx-tag-value":
      return false;
  }
}
