import { z } from "zod";
import { ComponentTypeSchema } from "~/domain/requirement/component-requirement";
import { accept, refuse } from "~/domain/shared/result";
import { lineOfText, textBlock } from "~/domain/shared/text";
import { findProductByName, saveNewProduct, saveNewRelease } from "~db/repositories/products";
import { oneOrMore } from "../accounts/fields.server";
import { type InvalidInput, useCase } from "../use-case.server";
import { VersionField } from "./create-release.server";

/** A product comes with its first release: without one there is nothing to declare. */
export const createProduct = useCase({
  action: "product.create",
  input: z.strictObject({
    name: lineOfText(200),
    description: textBlock(4000).default(""),
    componentTypes: oneOrMore(ComponentTypeSchema),
    version: VersionField,
  }),
  async run({ db, actor, input, now, newId }) {
    const { organisationId } = actor;
    const { name, description, version } = input;
    if (await findProductByName(db, organisationId, name)) return refuse(TAKEN);
    const product = { organisationId, id: newId(), name, description, createdAt: now };
    const releaseId = newId();
    await saveNewProduct(db, {
      ...product,
      componentTypes: [...new Set(input.componentTypes)],
      saveVersion: 1,
      archivedAt: null,
    });
    await saveNewRelease(db, {
      organisationId,
      id: releaseId,
      productId: product.id,
      version,
      createdAt: now,
      archivedAt: null,
    });
    return accept({ id: product.id, releaseId });
  },
});

const TAKEN: InvalidInput = { code: "invalid-input", fields: { name: ["taken"] } };
