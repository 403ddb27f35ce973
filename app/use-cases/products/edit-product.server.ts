import { z } from "zod";
import { ComponentTypeSchema } from "~/domain/requirement/component-requirement";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText, textBlock } from "~/domain/shared/text";
import { listDeclarations } from "~db/repositories/declarations";
import { findProductByName, saveProduct } from "~db/repositories/products";
import { oneOrMore } from "../accounts/fields.server";
import { productAsFact, renameInDrafts } from "../declarations/names-as-facts.server";
import { type InvalidInput, useCase } from "../use-case.server";
import { findOwnProduct } from "./find-own-product.server";

type EditRefusal = InvalidInput | { code: "changed-meanwhile" | "archived" };

/**
 * Changes what a product is called and is. Drafts that state its name follow it; what was signed of it stays as it was signed.
 * Its component types are where new declarations begin.
 */
export const editProduct = useCase({
  action: "product.edit",
  input: z.strictObject({
    productId: z.string().max(64),
    /** The version that the person saw. */
    saveVersion: z.coerce.number().int(),
    name: lineOfText(200),
    description: textBlock(4000).default(""),
    componentTypes: oneOrMore(ComponentTypeSchema),
  }),
  async run({ db, actor, input, now }): Promise<Result<{ id: string; saveVersion: number }, EditRefusal>> {
    const product = await findOwnProduct(db, actor, input.productId);
    if (product.archivedAt !== null) return refuse({ code: "archived" });
    const { name, description, saveVersion } = input;
    const namesake = await findProductByName(db, actor.organisationId, name);
    if (namesake && namesake.id !== product.id) return refuse(TAKEN);
    const componentTypes = [...new Set(input.componentTypes)];
    const isSaved = await saveProduct(db, { ...product, name, description, componentTypes, saveVersion });
    if (!isSaved) return refuse({ code: "changed-meanwhile" });
    const [before, after] = [{ product: productAsFact(product.name) }, { product: productAsFact(name) }];
    if (before.product !== after.product) {
      const declarations = await listDeclarations(db, actor.organisationId);
      const own = declarations.filter(({ productId }) => productId === product.id);
      await renameInDrafts(db, own, { before, after, now });
    }
    return accept({ id: product.id, saveVersion: saveVersion + 1 });
  },
  audit: (_input, { saveVersion }) => ({ saveVersion }),
});

const TAKEN: InvalidInput = { code: "invalid-input", fields: { name: ["taken"] } };
