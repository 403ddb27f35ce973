import { NOTICE_KINDS } from "./notice";

/**
 * The content of a notice as its form sends it: numbers of vulnerabilities and components stand one to a line, a component as
 * `name; version; package URL; CPE`, either of which may be left out. What is wrong in it stays so, and the schema says where.
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
      const [name = "", version = "", ...identifiers] = line.split(";").map((part) => part.trim());
      const at = identifiers.findIndex((part) => /^cpe:/i.test(part));
      const purls = at < 0 ? identifiers : identifiers.slice(0, at);
      return { name, version, purl: purls.join(";"), cpe: at < 0 ? "" : identifiers.slice(at).join(";") };
    }),
  };
}

/** A component as the form shows it. */
export function componentLine(component: Record<"name" | "version" | "purl" | "cpe", string>): string {
  const { name, version, purl, cpe } = component;
  return [name, version, ...[purl, cpe].filter((one) => one !== "")].join("; ").replace(/(; )+$/, "");
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
