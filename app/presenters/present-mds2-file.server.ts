import { MDS2_SECTIONS } from "~/catalogue/mds2-worksheet";
import { mds2OfDeclaration } from "~/domain/declaration/mds2-of-declaration";
import { AppError } from "~/domain/shared/app-error";
import { type Mds2Heads, writeMds2Workbook } from "~/formats/mds2/write";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findWithNames } from "./present-declaration.server";

/** The MDS2 of 2019 as a workbook, filled in from a declaration. `not-found` where nothing of it is known. */
export async function presentMds2File(
  { actor, database }: Caller,
  declarationId: string,
  words: { heads: Mds2Heads; sheet: string },
) {
  requirePermission(actor, "declaration.read");
  const named = await findWithNames(database.read, actor.organisationId, declarationId);
  const mds2 = mds2OfDeclaration(named.declaration.content);
  if (!mds2) throw new AppError("not-found", "nothing of the form is known yet");
  const { product, release } = named;
  return {
    body: await writeMds2Workbook(mds2, MDS2_SECTIONS, words),
    name: `MDS2 ${product.name} ${release.version}.xlsx`.replace(/[/\\:*?"<>|]/g, "-"),
  };
}
