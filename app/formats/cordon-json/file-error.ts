/** What is wrong with a file and where. */
export type FileError = {
  /** RFC 6901: `/answers/CR 1.1/value`; empty for the file as a whole. */
  pointer: string;
  code: FileErrorCode;
  /** One English sentence. */
  message: string;
};

export type FileErrorCode =
  | "unreadable"
  | "too-large"
  | "not-utf-8"
  | "not-json"
  | "too-deep"
  | "too-many-values"
  | "duplicate-key"
  | "duplicate-entry"
  | "wrong-type"
  | "missing"
  | "unknown-field"
  | "unknown-value"
  | "level-out-of-range"
  | "number-out-of-range"
  | "wrong-length"
  | "unknown-requirement"
  | "unknown-question"
  | "unknown-evidence"
  | "not-applicable-to-types"
  | "no-such-date"
  | "invalid-text";

/** Appends one step to a pointer, escaped as RFC 6901 asks. */
export function pointTo(parent: string, step: string | number): string {
  return `${parent}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** A piece of someone's file inside one of our sentences: quoted, on one line, never long. */
export function quote(value: unknown): string {
  // A long text is cut before it is written: it may be all of the file.
  const text = JSON.stringify(typeof value === "string" ? value.slice(0, 100) : value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
