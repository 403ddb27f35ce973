import { and, eq } from "drizzle-orm";
import type { SealedDeclaration } from "~/domain/declaration/seal";
import type { Db } from "../client";
import { declarationSeals } from "../schema";

type Whose = { organisationId: string; declarationId: string };

/** With the signature, in its transaction. There is no way to change one, and a second for the same version fails. */
export async function saveNewSeal(db: Db, whose: Whose, sealed: SealedDeclaration): Promise<void> {
  const { statement, sha256, signature } = sealed;
  await db.insert(declarationSeals).values({ ...whose, statement, sha256, signature });
}

/** Undefined for a draft and for what was signed before there were seals. `supplierId` is whose declaration it is. */
export async function findSeal(
  db: Db,
  supplierId: string,
  declarationId: string,
): Promise<SealedDeclaration | undefined> {
  const [row] = await db
    .select({
      statement: declarationSeals.statement,
      sha256: declarationSeals.sha256,
      signature: declarationSeals.signature,
    })
    .from(declarationSeals)
    .where(
      and(eq(declarationSeals.organisationId, supplierId), eq(declarationSeals.declarationId, declarationId)),
    );
  return row;
}
