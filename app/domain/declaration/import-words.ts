/** The words in which the import of files speaks; each has its sentence in `messages/en/import.json`. */

/** What a file was recognised as, by its content. */
export const FILE_KINDS = [
  "mds2",
  "sbom",
  "vulnerability-status",
  "security-txt",
  "provider-metadata",
  "cordon-json",
  "attestations",
  "oscal",
  "offline-workbook",
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const IMPORT_REASONS = [
  /** Answers of a form, and what each says of a row or a fact. */
  "supports",
  "denies",
  "weakens",
  "does-not-apply",
  "read-the-note",
  "answered",
  /** The file states the very thing. */
  "states",
  /** It follows from everything that is in the file. */
  "counted",
  /** A statement is about a component of the list, or of no list that is known. */
  "matches-component",
  "matches-uncertainly",
  "no-list",
  "several-states",
] as const;

/** Why a part of a file was not used. */
export const IMPORT_FAULTS = [
  "unknown-id",
  "duplicate-id",
  "contradicting-answers",
  "unknown-answer",
  "two-answers",
  "not-applicable-without-reason",
  "see-note-without-note",
  "note-not-found",
  "note-shortened",
  "ambiguous-date",
  "unknown-date",
  "read-the-note",
  "component-types-missing",

  "wrong-type",
  "component-without-name",
  "invalid-purl",
  "invalid-cpe",
  "invalid-date",
  "duplicate-ref",
  "unknown-ref",
  "unknown-line",
  "text-shortened",
  "unverified-version",
  "too-long-for-a-declaration",

  "no-identifier",
  "no-status",
  "unknown-state",
  "unknown-product",
  "duplicate-product",
  "contradicting-status",
  "no-justification",
  "no-action",
  "vulnerabilities-not-allowed",
  "missing",
  "too-many-products",
  "not-in-this-product",
  "unusable-number",
  "comparison-cut",
  "too-many-entries",

  "not-a-field",
  "unknown-field",
  "stands-twice",
  "no-contact",
  "no-expiry",
  "invalid-address",
  "not-https",
  "expired",
  "too-many-lines",

  "unknown-value",
  "unknown-requirement",
  "unknown-evidence",
  "not-applicable-to-types",
] as const;

/** Why nothing was taken from a file. The codes of the formats, and what stopped the reading. */
export const FILE_REFUSALS = [
  "unknown-kind",
  "empty",
  "too-large",
  "not-text",
  "not-json",
  "not-xml",
  "document-type",
  "reserved-name",
  "too-deep",
  "too-many-values",
  "too-many-components",
  "duplicate-key",
  "unknown-format",
  "unsupported-version",
  "advisory",
  "edition-2013",
  "no-questions",
  "not-a-workbook",
  "old-workbook",
  "damaged-workbook",
  "not-a-table",
  "quote-not-closed",
  "broken-row",
  "too-many-rows",
  "too-many-columns",
  "invalid",
  "took-too-long",
  "took-too-much-memory",
  "could-not-be-read",
  "interrupted",
  "gone",
] as const;
export type FileRefusalCode = (typeof FILE_REFUSALS)[number];

/** `reading` until a worker has been through the file; what it found is then there to be looked at, or why it found nothing. */
export const IMPORT_STATES = ["reading", "ready", "refused", "cancelled", "applied"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
