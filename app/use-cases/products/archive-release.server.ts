import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { saveRelease } from "~db/repositories/products";
import { useCase } from "../use-case.server";
import { ArchivedField } from "./archive-product.server";
import { findOwnRelease } from "./find-own-product.server";

/** Offers a release no more, or again; what was declared of it stays. */
export const archiveRelease = useCase({
  action: "release.archive",
  input: z.strictObject({ releaseId: z.string().max(64), archived: ArchivedField }),
  async run({ db, actor, input, now }) {
    const { release } = await findOwnRelease(db, actor, input.releaseId);
    await saveRelease(db, { ...release, archivedAt: input.archived ? now : null });
    return accept({ id: release.id, productId: release.productId });
  },
  audit: ({ archived }) => ({ archived }),
});
