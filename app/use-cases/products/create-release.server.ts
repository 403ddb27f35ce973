import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { findProduct, findReleaseByVersion, saveNewRelease } from "~db/repositories/products";
import { type InvalidInput, useCase } from "../use-case.server";

/** The supplier's own designation of a release, e.g. `3.4.1`. */
export const VersionField = lineOfText(100);

export const createRelease = useCase({
  action: "release.create",
  input: z.strictObject({ productId: z.string().max(64), version: VersionField }),
  async run({ db, actor, input, now, newId }) {
    const { organisationId } = actor;
    const product = await findProduct(db, organisationId, input.productId);
    if (!product) throw new AppError("not-found", "there is no such product");
    if (product.archivedAt !== null) return refuse({ code: "archived" as const });
    if (await findReleaseByVersion(db, organisationId, input)) return refuse(TAKEN);
    const release = {
      organisationId,
      id: newId(),
      productId: product.id,
      version: input.version,
      createdAt: now,
      archivedAt: null,
    };
    await saveNewRelease(db, release);
    return accept({ id: release.id, productId: product.id });
  },
});

const TAKEN: InvalidInput = { code: "invalid-input", fields: { version: ["taken"] } };
