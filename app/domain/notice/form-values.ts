import { NOTICE_KINDS } from "./notice";

/**
 * The content of a notice as its form sends it: numbers of vulnerabilities and components stand one to a line, a component as
 * `name; version; package URL`. What is wrong in it stays so, and the schema says where.
 */
export function contentOfForm(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { kind, title, text, severity, remedies } = values;
  return {
    kind: NOTICE_KINDS.find((one) => one === kind) ?? null,
    ...{ title: title ?? "", text: text ?? "", remedies: remedies ?? "" },
    severity: severity === "" || severity === undefined ? null : severity,
    vulnerabilities: linesOf(values.vulnerabilities),
    releaseIds: listOf(values.releaseIds),
    components: linesOf(values.components).map((line) => {
      const [name = "", version = "", ...purl] = line.split(";").map((part) => part.trim());
      return { name, version, purl: purl.join(";") };
    }),
  };
}

/** A component as the form shows it. */
export function componentLine({ name, version, purl }: Record<"name" | "version" | "purl", string>): string {
  return [name, version, purl].join("; ").replace(/(; )+$/, "");
}

export function listOf(value: unknown): ReadonlyArray<string> {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" && value !== "" ? [value] : [];
}

function linesOf(value: unknown): ReadonlyArray<string> {
  if (typeof value !== "string") return [];
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
