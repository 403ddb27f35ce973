import { accept, type Result, refuse } from "~/domain/shared/result";
import { findInconsistencies, type Inconsistency } from "~/domain/zone-model/consistency";
import type { ElementRef, ZoneModel } from "~/domain/zone-model/zone-model";
import { type FileError, pointTo, quote } from "../cordon-json/file-error";
import { toFileErrors } from "../cordon-json/issues";
import { type JsonValue, MAX_ERRORS, scanJson } from "../cordon-json/scan-json";
import {
  ZONE_MODEL_FORMAT,
  ZONE_MODEL_FORMAT_VERSION,
  type ZoneModelFile,
  ZoneModelFileSchema,
} from "./schema";

/** As many as the largest model that the schema allows has of its most frequent element, and its values. */
const LIMITS = { entries: 50_000, values: 2_000_000 };

/**
 * Cordon's own zone model file. Everything is checked that a command would check: shapes, texts, references, ids.
 * Errors name their place by a JSON pointer (RFC 6901), at most 100 of them.
 */
export function parseZoneModelFile(text: string): Result<ZoneModelFile, ReadonlyArray<FileError>> {
  const scanned = scanJson(text.replace(/^\uFEFF/, ""), LIMITS);
  if (!scanned.ok) return scanned;
  const wrongHead = errorOfHead(scanned.value);
  if (wrongHead) return refuse([wrongHead]);
  const parsed = ZoneModelFileSchema.safeParse(scanned.value);
  if (!parsed.success) return refuse(toFileErrors(parsed.error, scanned.value, ""));
  const { name, purpose, model } = parsed.data;
  const errors = findInconsistencies(model).slice(0, MAX_ERRORS);
  if (errors.length > 0) return refuse(errors.map((error) => toFileError(error, model)));
  const doubled = model.waivers.findIndex(
    ({ id }, index) => model.waivers.findIndex((one) => one.id === id) !== index,
  );
  if (doubled >= 0) return refuse([doubledAt(`/model/waivers/${doubled}/id`)]);
  return accept({ name, purpose, model });
}

/** Told before anything else, so that a file of another kind does not end in a hundred missing fields. */
function errorOfHead(value: JsonValue): FileError | undefined {
  const head = typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  const members = head as { readonly [name: string]: JsonValue } | undefined;
  if (!members) return { pointer: "", code: "wrong-type", message: "A zone model file is a JSON object." };
  if (members.format !== ZONE_MODEL_FORMAT)
    return {
      pointer: "/format",
      code: members.format === undefined ? "missing" : "unknown-value",
      message: `This is not a zone model file of Cordon: "format" must be ${quote(ZONE_MODEL_FORMAT)}.`,
    };
  if (members.formatVersion !== ZONE_MODEL_FORMAT_VERSION)
    return {
      pointer: "/formatVersion",
      code: members.formatVersion === undefined ? "missing" : "unknown-value",
      message: `This portal reads version ${ZONE_MODEL_FORMAT_VERSION} of the format, not ${quote(members.formatVersion ?? null)}.`,
    };
}

function toFileError({ code, element }: Inconsistency, model: ZoneModel): FileError {
  const pointer = pointerTo(element, code, model);
  switch (code) {
    case "duplicate-id":
      return doubledAt(`${pointer}/id`);
    case "unknown-zone":
      return { pointer, code: "unknown-value", message: "This refers to a zone that is not in the file." };
    case "cycle":
      return {
        pointer: `${pointer}/parentId`,
        code: "unknown-value",
        message: "This zone lies inside itself.",
      };
    case "conduit-to-itself":
      return { pointer: `${pointer}/toZoneId`, code: "unknown-value", message: "A conduit joins two zones." };
    case "duplicate-channel":
      return doubledAt(`${pointer}/channels`);
    case "place-without-zone":
      return {
        pointer: pointTo("/model/layout", element.id),
        code: "unknown-value",
        message: "This place belongs to a zone that is not in the file.",
      };
  }
}

function doubledAt(pointer: string): FileError {
  return { pointer, code: "duplicate-entry", message: "This id stands here twice." };
}

/** Of doubled ids the second one is the error. */
function pointerTo({ kind, id }: ElementRef, code: Inconsistency["code"], model: ZoneModel): string {
  const list = kind === "zone" ? model.zones : kind === "conduit" ? model.conduits : model.assets;
  const ids = list.map((element) => element.id);
  const index = code === "duplicate-id" ? ids.lastIndexOf(id) : ids.indexOf(id);
  return `/model/${kind}s/${index}`;
}
