import { readJsonFile } from "../cordon-json/read-file";
import type { JsonValue, ScanLimits } from "../cordon-json/scan-json";
import type { EvidencePack } from "./read";

/** A list of 12,000 files or of 10,000 entries of the audit trail is no hostile one here. */
export const PACK_SCAN: ScanLimits = { values: 1_000_000, entries: 20_000 };

/** A file of a pack as JSON; undefined where it is not there or is none. */
export function jsonOf({ files }: EvidencePack, name: string): JsonValue | undefined {
  const bytes = files.get(name);
  const read = bytes && readJsonFile(bytes, PACK_SCAN);
  return read?.ok ? read.value : undefined;
}
