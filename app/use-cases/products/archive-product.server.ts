import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { saveProductArchived } from "~db/repositories/products";
import { useCase } from "../use-case.server";
import { findOwnProduct } from "./find-own-product.server";

/** What a form says of whether something is offered. */
export const ArchivedField = z.enum(["yes", "no"]).transform((archived) => archived === "yes");

/**
 * Offers a product no more, or again. Nothing is deleted: what was signed and sent stays readable, and hospitals that see
 * a declaration go on seeing it until it is withdrawn.
 */
export const archiveProduct = useCase({
  action: "product.archive",
  input: z.strictObject({ productId: z.string().max(64), archived: ArchivedField }),
  async run({ db, actor, input, now }) {
    const product = await findOwnProduct(db, actor, input.productId);
    await saveProductArchived(db, actor.organisationId, product.id, input.archived ? now : null);
    return accept({ id: product.id });
  },
  audit: ({ archived }) => ({ archived }),
});
