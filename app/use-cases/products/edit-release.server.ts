import { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { listDeclarationsOfRelease } from "~db/repositories/declarations";
import { findReleaseByVersion, saveRelease } from "~db/repositories/products";
import { namesAsFacts, renameInDrafts } from "../declarations/names-as-facts.server";
import { type InvalidInput, useCase } from "../use-case.server";
import { VersionField } from "./create-release.server";
import { findOwnRelease } from "./find-own-product.server";

type EditRefusal = InvalidInput | { code: "changed-meanwhile" | "archived" | "release-signed" };
type EditedRelease = { id: string; productId: string };

/**
 * Corrects the designation of a release while nothing signed names it: afterwards hospitals know it by that name. A draft
 * that states the old designation as a fact follows.
 */
export const editRelease = useCase({
  action: "release.edit",
  input: z.strictObject({
    releaseId: z.string().max(64),
    /** What the person saw. */
    before: z.string().max(100),
    version: VersionField,
  }),
  async run({ db, actor, input, now }): Promise<Result<EditedRelease, EditRefusal>> {
    const { release, product } = await findOwnRelease(db, actor, input.releaseId);
    if (release.archivedAt !== null || product.archivedAt !== null) return refuse({ code: "archived" });
    if (release.version !== input.before) return refuse({ code: "changed-meanwhile" });
    const declarations = await listDeclarationsOfRelease(db, actor.organisationId, release.id);
    if (declarations.some(({ state }) => state === "signed")) return refuse({ code: "release-signed" });
    const { version } = input;
    const namesake = await findReleaseByVersion(db, actor.organisationId, { productId: product.id, version });
    if (namesake && namesake.id !== release.id) return refuse(TAKEN);
    await saveRelease(db, { ...release, version });
    const [before, after] = [namesAsFacts(product, release), namesAsFacts(product, { version })];
    await renameInDrafts(db, declarations, { before, after, now });
    return accept({ id: release.id, productId: product.id });
  },
  audit: ({ before, version }) => ({ before, version }),
});

const TAKEN: InvalidInput = { code: "invalid-input", fields: { version: ["taken"] } };
