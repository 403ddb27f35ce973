import type { ImportEntry, ImportFault, ImportReason } from "~/domain/declaration/import-plan";
import { suggestionsFromStatus } from "~/domain/declaration/vulnerability-suggestions";
import { foldedWords } from "~/formats/folded";
import type { SbomDocument } from "~/formats/sbom/document";
import type { StatusDocument, StatusStatement } from "~/formats/vulnerability-status/document";
import { type MatchedStatement, matchStatus } from "~/formats/vulnerability-status/match";
import type { Found, IntakeGround } from "../reader";
import { reason } from "./entries";

/**
 * What statements suggest for a release: those about one of its components or about itself. Without a list of components
 * and without a name, nobody can tell: such a statement is shown and not ticked.
 */
export function statementEntries(
  status: StatusDocument,
  sbom: SbomDocument | null,
  { content, product, release }: Pick<IntakeGround, "content" | "product" | "release">,
): Pick<Found, "entries" | "unused"> {
  const matched = sbom ? matchStatus(status, sbom) : null;
  const isOwn = ownProduct([content.facts.product ?? "", product], [content.facts.release ?? "", release]);
  const reasons = new Map<string, Array<ImportReason>>();
  const relevant: Array<StatusStatement> = [];
  const unused: Array<ImportFault> = [];
  for (const [index, statement] of status.statements.entries()) {
    const why = reasonsOf(statement, matched?.statements[index], isOwn);
    if (why.length === 0) {
      unused.push(fault("not-in-this-product", statement));
      continue;
    }
    relevant.push(statement);
    reasons.set(statement.vulnerability, [...(reasons.get(statement.vulnerability) ?? []), ...why]);
  }
  if (matched?.isCut) unused.push({ code: "comparison-cut", place: null, value: "", suggestion: "" });
  const { suggestions, unusable } = suggestionsFromStatus(relevant, content.facts.vulnerabilities ?? []);
  const first = new Map(relevant.toReversed().map((statement) => [statement.vulnerability, statement]));
  return {
    entries: suggestions.map(({ value, lacksSeverity, isAmbiguous, standing, present }): ImportEntry => {
      const statement = first.get(value.id);
      const why = reasons.get(value.id) ?? [];
      return {
        kind: "vulnerability",
        id: `vulnerability:${value.id}`,
        standing,
        place: statement?.place ?? null,
        proposed: value,
        present,
        lacksSeverity: lacksSeverity && present === null,
        reasons: isAmbiguous ? [reason("several-states", value.id), ...why] : why,
      };
    }),
    unused: [
      ...unused,
      ...unusable.map((id) => ({
        code: "unusable-number" as const,
        place: first.get(id)?.place ?? null,
        value: id,
        suggestion: "",
      })),
    ],
  };
}

const MAX_REASONS = 20;

/** Empty = it is about something else. */
function reasonsOf(
  statement: StatusStatement,
  matched: MatchedStatement | undefined,
  isOwn: (name: string | null, version: string | null) => boolean,
): ReadonlyArray<ImportReason> {
  const { place } = statement;
  const own = statement.products.filter(({ name, version }) => isOwn(name, version));
  const ofOwn = own.map(({ name, version }) =>
    reason("matches-component", named(name ?? "", version), "name", place),
  );
  if (!matched) {
    const isUnnamed = statement.products.every(
      ({ name, purl, cpe }) => name === null && purl === null && cpe === null,
    );
    if (ofOwn.length > 0) return ofOwn;
    return [
      reason(
        "no-list",
        statement.products
          .map(({ name, id, version }) => named(name ?? id, version))
          .slice(0, 3)
          .join(", "),
        isUnnamed ? "" : statement.stated,
        place,
      ),
    ];
  }
  const ofList = matched.products.flatMap(({ matches }) =>
    matches.map(({ component, reason: how, version }) =>
      reason(
        how === "name" || version === "not-decided" ? "matches-uncertainly" : "matches-component",
        named(component.name, component.version),
        how,
        component.place,
      ),
    ),
  );
  return [...ofOwn, ...ofList].slice(0, MAX_REASONS);
}

/** The product itself, by its name and, where one is given, its release. */
function ownProduct(names: ReadonlyArray<string>, releases: ReadonlyArray<string>) {
  const own = names.map(foldedWords).filter((name) => name !== "");
  return (name: string | null, version: string | null): boolean => {
    const folded = foldedWords(name ?? "");
    if (!own.some((one) => folded === one || folded.endsWith(` ${one}`))) return false;
    return version === null || releases.includes(version);
  };
}

function named(name: string, version: string | null): string {
  return version === null ? name : `${name} ${version}`;
}

function fault(code: ImportFault["code"], { place, vulnerability, products }: StatusStatement): ImportFault {
  const [first] = products;
  const of = first ? `: ${named(first.name ?? first.id, first.version)}` : "";
  return { code, place, value: `${vulnerability}${of}`, suggestion: "" };
}
