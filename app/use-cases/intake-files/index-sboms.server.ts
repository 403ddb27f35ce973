import type { FileStore } from "~/files/file-store.server";
import { keysOfPart } from "~/formats/vulnerability-status/contained";
import { listPartsInProcess } from "~/intake/read-in-process.server";
import type { Database } from "~db/client";
import { type ListFile, listUnreadLists, saveReadList } from "~db/repositories/sbom-parts";
import { inTurn } from "./readings.server";

type Run = { database: Database; files: FileStore; now: Date; newId: () => string };

/** So many in one round: suppliers' own files wait behind each. */
const LISTS_A_ROUND = 20;

/**
 * Reads lists of components that belong to signed declarations, so that hospitals can be told what else contains a component.
 * Each is read once; what is no list, or brings its reader down, is noted as such and never tried again. It tells
 * nothing that the file does not, so it has no audit entry.
 */
export async function indexSboms(
  { database, files, now, newId }: Run,
  read = listPartsInProcess,
): Promise<void> {
  for (const list of await listUnreadLists(database.read, { limit: LISTS_A_ROUND })) {
    const found = await partsOf(list);
    await database.transaction((db) =>
      saveReadList(db, list.organisationId, {
        sha256: list.sha256,
        componentCount: found?.componentCount ?? null,
        isCut: found?.isCut ?? false,
        readAt: now,
        parts: (found?.parts ?? []).map((part) => {
          const { name: nameKey, purl: purlKey, cpe: cpeKey } = keysOfPart(part);
          return { ...part, nameKey, purlKey, cpeKey };
        }),
      }),
    );
  }

  async function partsOf(list: ListFile) {
    const { organisationId } = list;
    const partsIn = await files.locate(list);
    if (partsIn === undefined) return null;
    const outcome = await inTurn({ id: newId(), organisationId }, (at) => read({ partsIn }, at));
    return outcome.ok ? outcome.value : null;
  }
}
