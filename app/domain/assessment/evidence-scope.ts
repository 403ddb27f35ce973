import type { DeclarationContent } from "../declaration/declaration";
import type { Evidence } from "../declaration/evidence";
import type { ComponentType } from "../requirement/component-requirement";
import type { IsoDate } from "../shared/iso-date";

/** What evidence is held against: one release of one product. null = the declaration does not say. */
export type Bearer = {
  product: string | null;
  release: string | null;
  componentTypes: ReadonlyArray<ComponentType>;
};

/** Why a piece does not cover the product line that the product belongs to. */
export type LineCause = "version-not-stated" | "product-unknown" | "other-product";
/** Why a piece of evidence does not cover the release. */
export type ScopeCause =
  | LineCause
  | "no-product-named"
  | "no-release-named"
  | "release-unknown"
  | "other-release"
  | "other-component-type";
export type DateCause = "not-yet-valid" | "has-expired";
export function bearerOf({ facts, componentTypes }: DeclarationContent): Bearer {
  return { product: facts.product ?? null, release: facts.release ?? null, componentTypes };
}

/**
 * Id of a standard however a supplier writes it: `EN IEC 62443-4-2:2019` is `iec-62443-4-2`. Nothing is guessed: what
 * is written otherwise stays another scheme.
 */
export function schemeOf({ scheme }: Pick<Evidence, "scheme">): string {
  return scheme
    .toLowerCase()
    .replace(/\s*:.*/, "")
    .replace(/[\s/_-]+/g, "-")
    .replace(/^en-/, "");
}

/** ISO 9001, ISO 13485, ISO/IEC 27001, ISO 27799, ISO/IEC 42001, IEC 62443-2-1: about an organisation. */
const MANAGEMENT_SYSTEM = /(^|\D)(9001|13485|27001|27799|42001)(\D|$)|62443-2-1(\D|$)/;

/**
 * True whatever subject it was filed under: a certificate of a management system that is filed as evidence of a
 * product is the usual mistake (product.md §3.4).
 */
export function isManagementSystem(piece: Pick<Evidence, "subject" | "scheme">): boolean {
  return piece.subject === "management-system" || MANAGEMENT_SYSTEM.test(piece.scheme);
}

/** Both days included; a day that is not given is no limit. */
export function dateCauses(
  { validFrom, validUntil }: Pick<Evidence, "validFrom" | "validUntil">,
  asOf: IsoDate,
): ReadonlyArray<DateCause> {
  if (validFrom !== null && asOf < validFrom) return ["not-yet-valid"];
  return validUntil !== null && validUntil < asOf ? ["has-expired"] : [];
}

/**
 * Why a piece does not cover this release. Evidence of a product names product, release and component types; evidence
 * of the development covers a product line; anything else must only not be about something else.
 */
export function scopeCauses(piece: Evidence, bearer: Bearer): ReadonlyArray<ScopeCause> {
  if (isManagementSystem(piece)) return [];
  if (piece.subject === "product-capability") return productScopeCauses(piece, bearer);
  if (piece.subject === "development-process") return lineCauses(piece, bearer);
  const product = productCauses(piece, bearer);
  return product.length > 0 ? product : releaseCauses(piece, bearer);
}

export function lineCauses(piece: Evidence, bearer: Bearer): ReadonlyArray<LineCause> {
  return [...versionCauses(piece), ...productCauses(piece, bearer)];
}

/** Whatever else a piece about another product says is of no concern. */
export function productScopeCauses(piece: Evidence, bearer: Bearer): ReadonlyArray<ScopeCause> {
  const line = lineCauses(piece, bearer);
  if (line.includes("other-product")) return line;
  const { product, releases } = piece.scope;
  return [
    ...line,
    ...(product === "" ? (["no-product-named"] as const) : []),
    ...(releases.length === 0 ? (["no-release-named"] as const) : releaseCauses(piece, bearer)),
    ...(missingTypes(piece, bearer).length > 0 ? (["other-component-type"] as const) : []),
  ];
}

/** The edition, wherever the supplier has written it. */
function versionCauses({ scheme, schemeVersion }: Evidence): ReadonlyArray<"version-not-stated"> {
  return schemeVersion !== "" || /:\s*\d{4}/.test(scheme) ? [] : ["version-not-stated"];
}

/** A product that is not named is none other. */
function productCauses({ scope }: Evidence, { product }: Bearer): ReadonlyArray<LineCause> {
  if (scope.product === "") return [];
  if (product === null) return ["product-unknown"];
  return plainName(scope.product) === plainName(product) ? [] : ["other-product"];
}

function releaseCauses({ scope }: Evidence, { release }: Bearer): ReadonlyArray<ScopeCause> {
  if (scope.releases.length === 0) return [];
  if (release === null) return ["release-unknown"];
  return scope.releases.some((named) => coversRelease(named, release)) ? [] : ["other-release"];
}

/** `3.4.1` covers itself, `3.x` whatever begins with `3.`. */
function coversRelease(named: string, release: string): boolean {
  return named === release || (named.endsWith(".x") && release.startsWith(named.slice(0, -1)));
}

function plainName(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
}

export function missingTypes({ scope }: Evidence, { componentTypes }: Bearer): ReadonlyArray<ComponentType> {
  return componentTypes.filter((type) => !scope.componentTypes.includes(type));
}

/** Whole days from one day to another; negative where it lies before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
