import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { MAX_ADVISORY_BYTES } from "~/domain/notice/notice";
import { accept, refuse } from "~/domain/shared/result";
import { readNoticeInProcess } from "~/intake/read-in-process.server";
import { listProducts, listReleases } from "~db/repositories/products";
import { admitReading, inTurn } from "../intake-files/readings.server";
import { type Caller, requirePermission } from "../use-case.server";
import { saveNotice } from "./save-notice.server";

/**
 * Reads a CSAF 2.0 or CycloneDX VEX file into a draft, which no hospital sees: the draft is the preview of what was found. It is
 * read in a process of its own, one file at a time; one that cannot be read changes nothing.
 */
export async function importNotice(caller: Caller, bytes: Uint8Array, read = readNoticeInProcess) {
  const { actor, database, newId } = caller;
  requirePermission(actor, "notice.save");
  if (bytes.length > MAX_ADVISORY_BYTES)
    return refuse({ code: "too-large" as const, megabytes: MAX_ADVISORY_BYTES / 1024 / 1024 });
  const { organisationId } = actor;
  admitReading(organisationId);
  const names = new Map(
    (await listProducts(database.read, organisationId)).map(({ id, name }) => [id, name]),
  );
  const releases = (await listReleases(database.read, organisationId)).map(({ id, productId, version }) => ({
    ...{ releaseId: id, productName: names.get(productId) ?? "", version },
  }));
  const outcome = await inFile(bytes, (noticeIn) =>
    inTurn({ id: newId(), organisationId }, (at) => read({ noticeIn, releases }, at)),
  );
  const found = outcome.ok ? outcome.value : outcome;
  if (!found.ok) {
    const { code: reason, place, detail } = found.refusal;
    return refuse({ code: "unreadable" as const, reason, place: placeText(place), detail });
  }
  const { content, unknown, unknownCount, format, identifier, problemCount } = found.value;
  if (content.title === "") return refuse({ code: "without-title" as const });
  const saved = await saveNotice(caller, {
    ...{ notice: null, content, source: format, sourceDocument: identifier.slice(0, 500) },
  });
  if (!saved.ok) return saved;
  return accept({ id: saved.value.id, unknown, unknownCount, problemCount });
}

/** Readable by this process's user alone, and gone when the work is done. */
async function inFile<T>(bytes: Uint8Array, work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "cordon-notice-"));
  try {
    const file = path.join(folder, "advisory");
    await writeFile(file, bytes, { mode: 0o600 });
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function placeText(place: object | null): string {
  return place === null ? "" : JSON.stringify(place).slice(0, 200);
}
