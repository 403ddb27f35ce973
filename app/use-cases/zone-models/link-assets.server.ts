import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { type LinkedRelease, linkCommands } from "~/domain/zone-model/linking/link-commands";
import { type Asset, ElementIdSchema } from "~/domain/zone-model/zone-model";
import { useCase } from "~/use-cases/use-case.server";
import type { Db } from "~db/client";
import { listSharedContents, listSharedNewest } from "~db/repositories/shared-declarations";
import { type OneEditRefusal, saveAsOneEdit } from "./one-edit.server";
import { requireModel } from "./publication.server";

/** As many as an import brings at most; what is left over is linked with a second press. */
export const MAX_LINKED_ASSETS = 25_000;
const MAX_LINKS = 10_000;

export const LinkAssetsInput = z.strictObject({
  modelId: z.string(),
  /** Of the draft that the person saw. */
  version: z.coerce.number().int().min(0),
  /** null takes the link away. */
  links: z
    .array(
      z.strictObject({
        assetIds: z.array(ElementIdSchema).min(1).max(MAX_LINKED_ASSETS),
        releaseId: z.string().min(1).max(64).nullable(),
      }),
    )
    .min(1, "required")
    .max(MAX_LINKS, "too-many-commands")
    .refine(
      (links) => links.reduce((sum, { assetIds }) => sum + assetIds.length, 0) <= MAX_LINKED_ASSETS,
      "too-many-commands",
    )
    // Linked to two at once, the last one would win without anybody having said so.
    .refine((links) => {
      const assetIds = links.flatMap((link) => link.assetIds);
      return new Set(assetIds).size === assetIds.length;
    }, "duplicate-value"),
});

export type LinkRefusal =
  | OneEditRefusal
  /** Not, or no longer, shared with this hospital. */
  | { code: "unknown-release" }
  /** Another person has taken one of the assets away. */
  | { code: "unknown-asset" }
  | { code: "nothing-to-do" };

/**
 * Links assets of an inventory to releases that suppliers declared, or takes links away: all of it as one edit of the draft, one
 * step to undo, or nothing. What others changed meanwhile in the same assets is never overwritten.
 */
export const linkAssets = useCase({
  action: "model.edit",
  input: LinkAssetsInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const { modelId, version, links } = input;
    const { draft } = await requireModel(db, organisationId, modelId);
    const wanted = [...new Set(links.flatMap(({ releaseId }) => releaseId ?? []))];
    const releases = await findReleases(db, organisationId, wanted);
    if (releases.size < wanted.length) return refuse<LinkRefusal>({ code: "unknown-release" });
    const byId = new Map(draft.assets.map((asset) => [asset.id, asset]));
    const known = (assetIds: ReadonlyArray<string>): ReadonlyArray<Asset> =>
      assetIds.flatMap((assetId) => byId.get(assetId) ?? []);
    if (links.some(({ assetIds }) => known(assetIds).length < assetIds.length))
      return refuse<LinkRefusal>({ code: "unknown-asset" });
    const commands = links.flatMap(({ assetIds, releaseId }) =>
      linkCommands(known(assetIds), releases.get(releaseId ?? "") ?? null),
    );
    if (commands.length === 0) return refuse<LinkRefusal>({ code: "nothing-to-do" });
    const edit = { modelId, version, commands, at: now };
    const saved = await saveAsOneEdit(db, { organisationId, personId }, edit);
    if (!saved.ok) return refuse<LinkRefusal>(saved.refusal);
    return accept({ ...saved.value, count: commands.length });
  },
  audit: ({ links }, { version, count }) => ({
    version,
    count,
    linked: countOf(links.filter(({ releaseId }) => releaseId !== null)),
    unlinked: countOf(links.filter(({ releaseId }) => releaseId === null)),
    releaseIds: [...new Set(links.flatMap(({ releaseId }) => releaseId ?? []))].slice(0, RELEASES_NAMED),
  }),
});

/** The entry names so many; the edit itself has all of them. */
const RELEASES_NAMED = 100;

function countOf(links: ReadonlyArray<{ assetIds: ReadonlyArray<string> }>): number {
  return links.reduce((sum, { assetIds }) => sum + assetIds.length, 0);
}

/** Those of the releases that this hospital may see, with what their suppliers declared them to be. */
async function findReleases(
  db: Db,
  organisationId: string,
  releaseIds: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, LinkedRelease>> {
  if (releaseIds.length === 0) return new Map();
  const newest = await listSharedNewest(db, organisationId, { releaseIds });
  const contents = await listSharedContents(
    db,
    organisationId,
    newest.map(({ declarationId }) => declarationId),
  );
  return new Map(
    newest.flatMap(({ releaseId, declarationId }) => {
      const content = contents.get(declarationId);
      return content ? [[releaseId, { releaseId, componentTypes: content.componentTypes }] as const] : [];
    }),
  );
}
