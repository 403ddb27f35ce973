import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { LinkableRelease } from "~/domain/zone-model/linking/linkable-release";
import { toldByShared } from "~/use-cases/declarations/told-by-shared.server";
import type { Caller } from "~/use-cases/use-case.server";
import { keptValues } from "~db/kept";
import { listSharedNames } from "~db/repositories/shared-declarations";

/** What a declaration says of how its product is called. */
type Called = Pick<LinkableRelease, "models" | "udiDis">;

/** What is signed never changes; of all organisations together. */
const KEPT_DECLARATIONS = 50_000;
const kept = keptValues<Called>(KEPT_DECLARATIONS);

/** Every release that this hospital may link an asset to, newest of a product first, with the names and numbers its supplier states. */
export async function listLinkableReleases({
  actor,
  database,
}: Caller): Promise<ReadonlyArray<LinkableRelease>> {
  const { organisationId } = actor;
  const named = await listSharedNames(database.read, organisationId, {});
  const called = await toldByShared({ db: database.read, organisationId }, named, {
    kept,
    tell: (contents) => contents.map(calledIn),
  });
  return called.map(({ version, told }) => {
    const { releaseId, productId, supplierName, productName, releaseVersion } = version;
    return { releaseId, productId, supplierName, productName, releaseVersion, ...told };
  });
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
