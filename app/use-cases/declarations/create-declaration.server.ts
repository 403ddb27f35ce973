import { z } from "zod";
import { EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import { newVersionOf } from "~/domain/declaration/lifecycle";
import { AppError } from "~/domain/shared/app-error";
import { accept, refuse } from "~/domain/shared/result";
import {
  type Declaration,
  listDeclarationsOfRelease,
  saveNewDeclaration,
} from "~db/repositories/declarations";
import { findProduct, findRelease, type Product, type Release } from "~db/repositories/products";
import { useCase } from "../use-case.server";
import { CATALOGUE } from "./masked-catalogue.server";

/** Version 1 knows its product and nothing else; a later version is a copy of the last signed one. A release has at most one open draft. */
export const createDeclaration = useCase({
  action: "declaration.create",
  input: z.strictObject({ releaseId: z.string().max(64) }),
  async run({ db, actor, input, now, newId }) {
    const { organisationId } = actor;
    const release = await findRelease(db, organisationId, input.releaseId);
    const product = release && (await findProduct(db, organisationId, release.productId));
    if (!release || !product) throw new AppError("not-found", "there is no such release");
    const [latest] = await listDeclarationsOfRelease(db, organisationId, release.id);
    const start = latest ? newVersionOf(latest) : accept(firstVersion(product, release));
    if (!start.ok) return refuse({ code: "draft-exists" as const, declarationId: latest?.id ?? "" });
    const declaration: Declaration = {
      organisationId,
      id: newId(),
      releaseId: release.id,
      version: (latest?.version ?? 0) + 1,
      state: "draft",
      content: start.value.content,
      saveVersion: 1,
      visibility: "private",
      createdBy: actor.personId,
      updatedAt: now,
      signedBy: null,
      signedAt: null,
      fingerprint: null,
    };
    await saveNewDeclaration(db, declaration, CATALOGUE);
    return accept({ id: declaration.id, version: declaration.version });
  },
  audit: (input, value) => ({ releaseId: input.releaseId, version: value.version }),
});

/** What the portal knows already need not be typed again. Names longer than a fact may be are cut. */
function firstVersion(
  { componentTypes, name }: Pick<Product, "componentTypes" | "name">,
  { version }: Pick<Release, "version">,
) {
  const facts = { product: cut(name, 120), release: cut(version, 80) };
  return {
    content: { ...EMPTY_DECLARATION_CONTENT, componentTypes: [...componentTypes], facts },
    state: "draft" as const,
  };
}

function cut(text: string, length: number): string {
  return text.slice(0, length).trim();
}
