import { AppError } from "~/domain/shared/app-error";
import { type FileRefusal, refusalOf } from "~/intake/look";
import type { IntakeOrder } from "~/intake/worker";
import { listFilesNamed } from "~db/repositories/files";
import { findOrganisation } from "~db/repositories/organisations";
import { findProduct, findRelease } from "~db/repositories/products";
import { findOwnDeclaration } from "../declarations/find-own-declaration.server";
import type { FileCaller } from "../files/find-own-upload.server";

/** A caller who knows besides with which key this portal seals. */
export type ReadingCaller = FileCaller & { portalKey: string };

type Asked = { declarationId: string; file: { sha256: string; name: string } };

/** What the reader of a file needs to know: the draft as it stands, the release, and where the bytes lie. */
export async function prepareOrder(
  { actor, database, files, portalKey, now, newId }: ReadingCaller,
  { declarationId, file }: Asked,
): Promise<IntakeOrder | FileRefusal> {
  const { read } = database;
  const { organisationId } = actor;
  const declaration = await findOwnDeclaration(read, actor, declarationId);
  const release = await findRelease(read, organisationId, declaration.releaseId);
  const product = release && (await findProduct(read, organisationId, release.productId));
  if (!release || !product) throw new AppError("not-found", "there is no such declaration");
  const manufacturer = await findOrganisation(read, organisationId);
  const path = await files.locate({ organisationId, sha256: file.sha256 });
  if (path === undefined) return refusalOf("gone");
  const { content } = declaration;
  const lists = content.evidence
    .filter(({ type, sha256 }) => type === "sbom" && sha256 !== null && sha256 !== file.sha256)
    .flatMap(({ sha256 }) => sha256 ?? []);
  const [newest] = (await listFilesNamed(read, organisationId, lists)).toSorted(
    (a, b) => b.createdAt.getTime() - a.createdAt.getTime(),
  );
  const sbomPath = newest && (await files.locate({ organisationId, sha256: newest.sha256 }));
  return {
    path,
    sbomPath: sbomPath ?? null,
    ground: {
      content,
      product: product.name,
      release: release.version,
      manufacturer: manufacturer?.name ?? "",
      file: { name: file.name, sha256: file.sha256 },
      evidenceId: newId(),
      asOf: now.toISOString(),
      portalKey,
    },
  };
}
