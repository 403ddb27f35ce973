import {
  type ImportEntry,
  type ImportFault,
  type ImportPlan,
  ImportPlanSchema,
  MAX_IMPORT_ENTRIES,
  MAX_IMPORT_FAULTS,
} from "~/domain/declaration/import-plan";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { withoutDeception } from "~/formats/sbom/problems";
import { MAX_INTAKE_BYTES } from "./limits";
import { type FileRefusal, lookAt, refusalOf, shortPlace } from "./look";
import type { FileReader, Found, IntakeGround, Tell } from "./reader";
import { READERS } from "./registry";

/**
 * Recognises a file by its content and says what it would set in a draft. Nothing is changed; what cannot be used is listed
 * with its place. Takes seconds and a gigabyte for the largest lists: belongs into a process of its own.
 */
export async function readIntakeFile(
  bytes: Uint8Array,
  ground: IntakeGround,
  tell: Tell = () => undefined,
): Promise<Result<ImportPlan, FileRefusal>> {
  if (bytes.length > MAX_INTAKE_BYTES) return refuse(refusalOf("too-large", null, bytes.length));
  if (bytes.length === 0) return refuse(refusalOf("empty"));
  tell("opening");
  const look = lookAt(bytes);
  const json = look.json();
  if (json && !json.ok) return json;
  const reader = await firstOf(READERS, (one) => one.recognises(look));
  if (!reader) return refuse(refusalOf("unknown-kind"));
  tell("parsing");
  const found = await reader.read(look, ground, tell);
  return found.ok ? accept(toPlan(reader, found.value)) : found;
}

async function firstOf<T>(
  all: ReadonlyArray<T>,
  isIt: (one: T) => boolean | Promise<boolean>,
): Promise<T | undefined> {
  for (const one of all) if (await isIt(one)) return one;
  return undefined;
}

const EntrySchema = ImportPlanSchema.shape.entries.element;

/** What was found, cut to what a plan may hold; what a declaration could not hold is listed as not used. */
function toPlan({ kind }: FileReader, found: Found): ImportPlan {
  const usable: Array<ImportEntry> = [];
  const left: Array<ImportFault> = [];
  for (const entry of found.entries) {
    const place = entry.place && shortPlace(entry.place);
    const code = usable.length >= MAX_IMPORT_ENTRIES ? "too-many-entries" : "too-long-for-a-declaration";
    const parsed =
      usable.length >= MAX_IMPORT_ENTRIES
        ? null
        : EntrySchema.safeParse({ ...entry, ...shortened(entry), place });
    if (parsed?.success) usable.push(parsed.data);
    else left.push({ code, place, value: entry.id, suggestion: "" });
  }
  const unused = [...left, ...found.unused];
  return {
    kind,
    edition: found.edition.slice(0, 60),
    about: withoutDeception(found.about).slice(0, 300),
    counted: found.counted,
    entries: usable,
    unused: unused.slice(0, MAX_IMPORT_FAULTS).map((fault) => ({
      ...fault,
      place: fault.place && shortPlace(fault.place),
      value: withoutDeception(fault.value).slice(0, 300),
      suggestion: fault.suggestion.slice(0, 300),
    })),
    unusedCount: left.length + Math.max(found.unusedCount ?? 0, found.unused.length),
    quality: (found.quality ?? []).map(({ elements, ...report }) => ({
      ...report,
      elements: elements.map(({ examples, ...element }) => ({
        ...element,
        examples: examples.map(({ name, version, place }) => ({
          name: name.slice(0, 200),
          version: version?.slice(0, 200) ?? null,
          place: shortPlace(place),
        })),
      })),
    })),
    evidence: found.evidence,
    seal: found.seal ?? null,
  };
}

function shortened({ reasons }: ImportEntry): Pick<ImportEntry, "reasons"> {
  return {
    reasons: reasons.slice(0, 100).map((reason) => ({
      ...reason,
      subject: reason.subject.slice(0, 200),
      says: reason.says.slice(0, 2000),
      place: reason.place && shortPlace(reason.place),
    })),
  };
}
