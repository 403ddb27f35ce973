import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { LinkableRelease } from "~/domain/zone-model/linking/linkable-release";
import type { Caller } from "~/use-cases/use-case.server";
import { keptValues } from "~db/kept";
import { listSharedContents, listSharedNames, type SharedName } from "~db/repositories/shared-declarations";

/** What a declaration says of how its product is called. */
type Called = Pick<LinkableRelease, "models" | "udiDis">;

/** What is signed never changes; of all organisations together. */
const KEPT_DECLARATIONS = 50_000;
const kept = keptValues<Called>(KEPT_DECLARATIONS);
/** So many documents are read before others who wait for this process get their turn. */
const AT_ONCE = 50;

/** Every release that this hospital may link an asset to, newest of a product first, with the names and numbers its supplier states. */
export async function listLinkableReleases({
  actor,
  database,
}: Caller): Promise<ReadonlyArray<LinkableRelease>> {
  const { organisationId } = actor;
  const named = await listSharedNames(database.read, organisationId, {});
  const keyOf = ({ declarationId, fingerprint }: SharedName) =>
    `${organisationId} ${declarationId} ${fingerprint}`;
  const called = new Map<string, Called>();
  const missing = named.filter((one) => {
    const known = kept.find(keyOf(one));
    if (known) called.set(one.declarationId, known);
    return !known;
  });
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const ids = some.map(({ declarationId }) => declarationId);
    const contents = await listSharedContents(database.read, organisationId, ids);
    for (const one of some) {
      const content = contents.get(one.declarationId);
      if (content) called.set(one.declarationId, kept.keep(keyOf(one), calledIn(content)));
    }
    if (at + AT_ONCE < missing.length) await new Promise((resolve) => setImmediate(resolve));
  }
  return named.flatMap(
    ({ releaseId, productId, supplierName, productName, releaseVersion, declarationId }) => {
      const own = called.get(declarationId);
      return own ? [{ releaseId, productId, supplierName, productName, releaseVersion, ...own }] : [];
    },
  );
}

function calledIn({ facts }: Pick<DeclarationContent, "facts">): Called {
  const variants = facts.variants ?? [];
  const names = [facts.product ?? "", ...variants.flatMap(({ name, model }) => [name, model])];
  const udiDis = [facts.udiDi ?? "", ...variants.map(({ udiDi }) => udiDi)];
  return { models: stated(names), udiDis: stated(udiDis) };
}

function stated(texts: ReadonlyArray<string>): ReadonlyArray<string> {
  return [...new Set(texts)].filter((text) => text !== "");
}
