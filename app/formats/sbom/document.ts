import type { Place } from "./place";

export const SBOM_FILE_FORMATS = ["cyclonedx-json", "cyclonedx-xml", "spdx-json", "spdx-tag-value"] as const;
export type SbomFileFormat = (typeof SBOM_FILE_FORMATS)[number];

export type SbomHash = { algorithm: string; value: string };

/** One component of the list, whatever it was called in the file. null = the file does not say. */
export type SbomComponent = {
  /** `bom-ref` or SPDX id: what the file's own references mean. */
  ref: string | null;
  /** As the file says: `library`, `operating-system`, `LIBRARY` … */
  type: string | null;
  group: string | null;
  name: string;
  version: string | null;
  /** Who supplies it. */
  supplier: string | null;
  /** Who made it: manufacturer, authors, publisher (CycloneDX), originator (SPDX). */
  producer: string | null;
  /** An e-mail address or a web address of either is stated. */
  producerHasAddress: boolean;
  purl: string | null;
  cpes: ReadonlyArray<string>;
  /** Identifiers of other kinds: SWID tag, SWHID, OmniBOR, generic URIs. */
  otherIdentifiers: ReadonlyArray<string>;
  /** SPDX ids or expressions, or names. */
  licences: ReadonlyArray<string>;
  hashes: ReadonlyArray<SbomHash>;
  /** Refs of what it needs; empty = said to need nothing. */
  dependsOn: ReadonlyArray<string> | null;
  fileName: string | null;
  /** What the property taxonomy of BSI says: executable, archive, structured. */
  bsiProperties: ReadonlyArray<"executable" | "archive" | "structured">;
  supportLevel: string | null;
  supportEndsOn: string | null;
  endOfLifeOn: string | null;
  place: Place;
};

export type SbomProblemCode =
  | "wrong-type"
  | "component-without-name"
  | "invalid-purl"
  | "invalid-cpe"
  | "invalid-date"
  | "duplicate-ref"
  | "unknown-ref"
  | "unknown-line"
  | "text-shortened"
  | "unverified-version";

/** What could not be used and where; the rest of the file was. */
export type SbomProblem = { code: SbomProblemCode; place: Place; value: string };

export type SbomDocument = {
  format: SbomFileFormat;
  formatVersion: string;
  /** Serial number or namespace of the file. */
  identifier: string | null;
  /** RFC 3339, as it stands in the file. */
  createdAt: string | null;
  authors: ReadonlyArray<string>;
  authorHasAddress: boolean;
  tools: ReadonlyArray<string>;
  /** When in the life of the product it was made: `build`, `post-build` … */
  generationContext: ReadonlyArray<string>;
  /** The file says how complete it is. */
  statesCompleteness: boolean;
  /** What the list is about; not one of `components`. */
  primary: SbomComponent | null;
  /** Where several are described, the first is `primary` and the others stand among the components. */
  components: ReadonlyArray<SbomComponent>;
  /** SPDX describes files beside packages; they are counted, not listed. */
  fileCount: number;
  /** At most {@link MAX_PROBLEMS}. */
  problems: ReadonlyArray<SbomProblem>;
  problemCount: number;
};

export type SbomRefusalCode =
  | "empty"
  | "too-large"
  | "not-text"
  | "not-json"
  | "not-xml"
  | "document-type"
  | "reserved-name"
  | "too-deep"
  | "too-many-values"
  | "too-many-components"
  | "duplicate-key"
  | "unknown-format"
  | "unsupported-version"
  | "advisory";

/** Why nothing was taken from a file. `detail` is the version found, or what a scanner says. */
export type SbomRefusal = { code: SbomRefusalCode; place: Place | null; detail: string };

export const MAX_SBOM_BYTES = 25 * 1024 * 1024;
export const MAX_SBOM_COMPONENTS = 200_000;
export const MAX_PROBLEMS = 200;
