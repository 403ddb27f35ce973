import { accept, refuse } from "~/domain/shared/result";
import type { Place } from "~/formats/sbom/place";
import { readStatus } from "~/formats/vulnerability-status/read-status";
import { toNotice } from "~/formats/vulnerability-status/to-notice";
import { listProducts, listReleases } from "~db/repositories/products";
import { type Caller, requirePermission } from "../use-case.server";
import { saveNotice } from "./save-notice.server";

/** An advisory is a few kilobytes; what is larger would hold up everybody else while it is read here. */
export const MAX_ADVISORY_BYTES = 512 * 1024;

/**
 * Reads a CSAF 2.0 or CycloneDX VEX file into a draft, which no hospital sees: the draft is the preview of what was found. A
 * file that cannot be read changes nothing.
 */
export async function importNotice(caller: Caller, bytes: Uint8Array) {
  const { actor, database } = caller;
  requirePermission(actor, "notice.save");
  if (bytes.length > MAX_ADVISORY_BYTES)
    return refuse({ code: "too-large" as const, kilobytes: MAX_ADVISORY_BYTES / 1024 });
  const read = readStatus(bytes);
  if (!read.ok) {
    const { place, detail } = read.refusal;
    return refuse({
      code: "unreadable" as const,
      reason: read.refusal.code,
      place: placeText(place),
      detail,
    });
  }
  const { organisationId } = actor;
  const names = new Map(
    (await listProducts(database.read, organisationId)).map(({ id, name }) => [id, name]),
  );
  const releases = (await listReleases(database.read, organisationId)).map(({ id, productId, version }) => ({
    ...{ releaseId: id, productName: names.get(productId) ?? "", version },
  }));
  const { content, unknown, unknownCount } = toNotice(read.value, releases);
  if (content.title === "") return refuse({ code: "without-title" as const });
  const saved = await saveNotice(caller, {
    ...{ notice: null, content, source: read.value.format },
    sourceDocument: (read.value.identifier ?? "").slice(0, 500),
  });
  if (!saved.ok) return saved;
  return accept({ id: saved.value.id, unknown, unknownCount, problemCount: read.value.problemCount });
}

function placeText(place: Place | null): string {
  return place === null ? "" : JSON.stringify(place).slice(0, 200);
}
