import { z } from "zod";
import { carriedOver } from "~/domain/declaration/carry-over";
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
import { findOwnDeclaration } from "./find-own-declaration.server";
import { namesAsFacts } from "./names-as-facts.server";

/**
 * Version 1 knows its product and nothing else, or begins as a copy of a declaration of another release; a later version
 * is a copy of the last signed one. A release has at most one open draft.
 */
export const createDeclaration = useCase({
  action: "declaration.create",
  input: z.strictObject({
    releaseId: z.string().max(64),
    /** A declaration of another release; without effect where this one has a version to begin from. */
    copyOf: z
      .string()
      .max(64)
      .nullish()
      .transform((id) => id || null),
  }),
  async run({ db, actor, input, now, newId }) {
    const { organisationId } = actor;
    const release = await findRelease(db, organisationId, input.releaseId);
    const product = release && (await findProduct(db, organisationId, release.productId));
    if (!release || !product) throw new AppError("not-found", "there is no such release");
    const [latest] = await listDeclarationsOfRelease(db, organisationId, release.id);
    if (release.archivedAt !== null || product.archivedAt !== null)
      return refuse({ code: "archived" as const });
    const first = firstVersion(product, release);
    const source = latest || input.copyOf === null ? null : await findOwnDeclaration(db, actor, input.copyOf);
    const copied = source && {
      ...first,
      content: carriedOver(source.content, namesAsFacts(product, release)),
    };
    const start = latest ? newVersionOf(latest) : accept(copied ?? first);
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
      copiedFrom: source?.id ?? null,
      withdrawnAt: null,
      withdrawalReason: null,
    };
    await saveNewDeclaration(db, declaration);
    const { id, version, copiedFrom } = declaration;
    return accept({ id, version, copiedFrom });
  },
  audit: (input, { version, copiedFrom }) => ({ releaseId: input.releaseId, version, copiedFrom }),
});

/** What the portal knows already need not be typed again. Names longer than a fact may be are cut. */
function firstVersion(
  { componentTypes, name }: Pick<Product, "componentTypes" | "name">,
  { version }: Pick<Release, "version">,
) {
  const facts = namesAsFacts({ name }, { version });
  return {
    content: { ...EMPTY_DECLARATION_CONTENT, componentTypes: [...componentTypes], facts },
    state: "draft" as const,
  };
}
