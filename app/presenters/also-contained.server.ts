import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { NoticeContent } from "~/domain/notice/notice";
import { grouped } from "~/domain/zone-model/queries";
import {
  CONTAINMENTS,
  type Containment,
  containmentOf,
  keysOfPart,
} from "~/formats/vulnerability-status/contained";
import { toldByShared } from "~/use-cases/declarations/told-by-shared.server";
import type { Db } from "~db/client";
import { keptValues } from "~db/kept";
import { listPartsByKeys, listReadLists, type SbomPart } from "~db/repositories/sbom-parts";
import { listSharedNames } from "~db/repositories/shared-declarations";
import { countAffected, type HospitalModel } from "./notice-reach.server";

/** So many lines are shown and so many components of one supplier looked at; what is beyond is said. */
const MOST_SHOWN = 100;
const MOST_LOOKED_AT = 5_000;

/** Declarations of all organisations together, with what their lists of components have for a digest. */
const KEPT_DECLARATIONS = 50_000;
const kept = keptValues<ReadonlyArray<string>>(KEPT_DECLARATIONS);

type Product = {
  supplierId: string;
  supplierName: string;
  releaseId: string;
  name: string;
  digests: ReadonlyArray<string>;
};

/**
 * Other products of which this hospital sees a list of components, of any supplier, and that contain what a notice names; the
 * surest first, then by name. Null where it names no component.
 */
export async function alsoContainedIn(
  db: Db,
  hospitalId: string,
  { components, releaseIds }: Pick<NoticeContent, "components" | "releaseIds">,
  models: ReadonlyArray<HospitalModel>,
) {
  if (components.length === 0) return null;
  const listed = (await productsWithLists(db, hospitalId)).filter(
    ({ releaseId }) => !releaseIds.includes(releaseId),
  );
  const keys = components.map(keysOfPart);
  const wanted = {
    nameKeys: statedOnce(keys.map(({ name }) => name)),
    purlKeys: statedOnce(keys.map(({ purl }) => purl)),
    cpeKeys: statedOnce(keys.map(({ cpe }) => cpe)),
  };
  const coverage = { products: listed.length, unread: 0, isCut: false };
  const rows = [];
  for (const [supplierId, products] of grouped(listed, (product) => [product.supplierId])) {
    const digests = [...new Set(products.flatMap((product) => product.digests))];
    const read = await listReadLists(db, supplierId, digests);
    const searched = new Set(read.map(({ sha256 }) => sha256));
    coverage.unread += products.filter((one) => one.digests.every((sha256) => !searched.has(sha256))).length;
    const parts = await listPartsByKeys(db, supplierId, { digests, ...wanted, limit: MOST_LOOKED_AT });
    coverage.isCut ||= parts.length >= MOST_LOOKED_AT || read.some(({ isCut }) => isCut);
    const byList = grouped(parts, ({ sha256 }) => [sha256]);
    for (const product of products)
      for (const told of components) {
        const found = surest(
          told,
          product.digests.flatMap((sha256) => byList.get(sha256) ?? []),
        );
        if (found) rows.push({ product, told, ...found });
      }
  }
  const sorted = rows.toSorted(
    (a, b) =>
      CONTAINMENTS.indexOf(a.how) - CONTAINMENTS.indexOf(b.how) ||
      a.product.name.localeCompare(b.product.name, "en"),
  );
  return {
    coverage,
    more: Math.max(0, sorted.length - MOST_SHOWN),
    rows: sorted.slice(0, MOST_SHOWN).map(({ product, told, part, how }) => ({
      ...{ id: `${product.releaseId} ${components.indexOf(told)}`, how },
      ...{ product: product.name, supplierName: product.supplierName },
      component: [part.name, part.version].filter(Boolean).join(" "),
      assets: countAffected(models, [product.releaseId]),
    })),
  };
}

function statedOnce(keys: ReadonlyArray<string>): ReadonlyArray<string> {
  return [...new Set(keys)].filter((key) => key !== "");
}

function surest(
  told: NoticeContent["components"][number],
  parts: ReadonlyArray<SbomPart>,
): { part: SbomPart; how: Containment } | undefined {
  return parts
    .flatMap((part) => {
      const how = containmentOf(told, part);
      return how ? [{ part, how }] : [];
    })
    .toSorted((a, b) => CONTAINMENTS.indexOf(a.how) - CONTAINMENTS.indexOf(b.how))[0];
}

/** Only lists that the declaration itself names: an earlier file of the same evidence was shared with nobody. */
async function productsWithLists(db: Db, hospitalId: string): Promise<ReadonlyArray<Product>> {
  const named = await listSharedNames(db, hospitalId, {});
  const listed = await toldByShared({ db, organisationId: hospitalId }, named, {
    kept,
    tell: (contents) => contents.map(({ evidence }) => digestsOfLists(evidence)),
  });
  return listed.flatMap(({ version, told }) => {
    const { supplierId, supplierName, releaseId, productName, releaseVersion } = version;
    const name = `${productName} ${releaseVersion}`;
    return told.length > 0 ? [{ supplierId, supplierName, releaseId, name, digests: told }] : [];
  });
}

function digestsOfLists(evidence: DeclarationContent["evidence"]): ReadonlyArray<string> {
  return evidence.flatMap(({ type, sha256 }) => (type === "sbom" && sha256 !== null ? [sha256] : []));
}
