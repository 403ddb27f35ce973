import type { Evidence } from "~/domain/declaration/evidence";
import type { MediaType } from "~/domain/files/media-type";
import type { NamedDeclaration } from "~db/repositories/declarations";
import type { AttachedFile, StoredFile } from "~db/repositories/files";

/** What a page shows of a file. */
export type ShownFile = { sha256: string; name: string; bytes: number; mediaType: MediaType };

export function toShownFile({ sha256, name, bytes, mediaType }: StoredFile): ShownFile {
  return { sha256, name, bytes, mediaType };
}

/** Files a piece had before the one it has, newest first, each once. */
export function replacedFiles(
  attached: ReadonlyArray<AttachedFile>,
  { id, sha256 }: Pick<Evidence, "id" | "sha256">,
) {
  const others = attached
    .filter((file) => file.evidenceId === id && file.sha256 !== sha256)
    .toSorted((a, b) => b.number - a.number);
  return others
    .filter((file, index) => others.findIndex((other) => other.sha256 === file.sha256) === index)
    .map(({ sha256: digest, name, bytes, attachedAt }) => ({
      ...{ sha256: digest, name, bytes },
      attachedAt: attachedAt.toISOString(),
    }));
}

/** Every stored file with the products whose evidence names it, from all declarations of the supplier. */
export function filesWithUse(
  files: ReadonlyArray<StoredFile>,
  declarations: ReadonlyArray<NamedDeclaration>,
): ReadonlyArray<ShownFile & { products: ReadonlyArray<string> }> {
  const users = new Map<string, Set<string>>();
  for (const { productName, content } of declarations)
    for (const { sha256 } of content.evidence)
      if (sha256 !== null) users.set(sha256, (users.get(sha256) ?? new Set()).add(productName));
  return files.map((file) => ({ ...toShownFile(file), products: [...(users.get(file.sha256) ?? [])] }));
}

/** What the supplier has said of a file elsewhere, newest declaration first: how a new piece with it begins. */
export function pieceWithFile(
  declarations: ReadonlyArray<NamedDeclaration>,
  sha256: string | null,
): Evidence | null {
  if (sha256 === null) return null;
  const newest = declarations.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  return newest.flatMap(({ content }) => content.evidence).find((piece) => piece.sha256 === sha256) ?? null;
}
