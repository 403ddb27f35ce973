import { z } from "zod";
import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import type { Db } from "~db/client";
import { findSharedDeclaration } from "~db/repositories/declarations";
import { requireFewExports } from "../export-limit.server";
import { useCase } from "../use-case.server";
import { findOwnDeclaration } from "./find-own-declaration.server";

/** Files that a declaration can be taken along as, by the end of their address. */
export const DECLARATION_FILES = [
  "declaration.json",
  "declaration.pdf",
  "attestations.cdx.json",
  "component-definition.oscal.json",
  "workbook.xlsx",
] as const;
export type DeclarationFileName = (typeof DECLARATION_FILES)[number];

/**
 * Notes who takes which file of which declaration, before its first byte: a supplier of its own, a hospital of one that
 * is shared with it. What is neither is not found.
 */
export const exportDeclaration = useCase({
  action: "declaration.export",
  input: z.strictObject({ declarationId: z.string().max(64), file: z.enum(DECLARATION_FILES) }),
  async run({ db, actor, input, now }) {
    await requireReadable(db, actor, input.declarationId);
    await requireFewExports(db, actor, { action: "declaration.export", now });
    return accept({ id: input.declarationId });
  },
  audit: ({ file }) => ({ file }),
});

/** Throws `not-found` alike for what is missing, another supplier's, a draft, and not shared. */
async function requireReadable(db: Db, actor: Actor, declarationId: string): Promise<void> {
  if (actor.organisationKind === "supplier") {
    await findOwnDeclaration(db, actor, declarationId);
    return;
  }
  if (!(await findSharedDeclaration(db, actor.organisationId, declarationId)))
    throw new AppError("not-found", "there is no such declaration");
}
