import {
  afterCommands,
  fingerprintOfTarget,
  isSameElement,
  isSameValue,
  NO_TARGET,
  saidFields,
  TARGET_FIELDS,
  type TargetChange,
  type TargetedElement,
  type TargetField,
  type TargetRecord,
  targetHistory,
  targetWrite,
} from "~/domain/risk/target-record";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { elementKey } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { type EditRange, type ModelEdit, walkModelEdits } from "./model-edits";
import type { TargetAcceptance } from "./target-acceptances";

type Place = { modelId: string; element: TargetedElement };

/** Who made what is asked for is mostly among the last few saves that wrote it. */
const FEW = 20;
/** Where all of them are wanted. */
const PART = 200;

/** How the commands that write a field name it. */
const FIELD_TEXTS: Readonly<Record<TargetField, ReadonlyArray<string>>> = {
  slTarget: ['"slTarget"'],
  slTargetRationale: ['"slTargetRationale"', '"rationale"'],
  riskAssessment: ['"riskAssessment"'],
};

/**
 * Who made what an element says now: per field that says something, the person at whose save it became that. Writing
 * the same value again makes nobody its author. Reads the saves that wrote the field, the latest first, and stops at
 * the one that wrote something else.
 */
export async function listTargetAuthors(
  db: Db,
  organisationId: string,
  { target, ...place }: Place & { target: TargetRecord },
): Promise<ReadonlyArray<string>> {
  const authors = new Set<string>();
  for (const field of saidFields(target)) {
    const author = await findAuthor(db, organisationId, place, { field, value: target[field] });
    if (author !== undefined) authors.add(author);
  }
  return [...authors];
}

async function findAuthor(
  db: Db,
  organisationId: string,
  { modelId, element }: Place,
  { field, value }: { field: TargetField; value: TargetRecord[TargetField] },
): Promise<string | undefined> {
  let author: string | undefined;
  const range = { modelId, ...writesOf(element, [field]), newestFirst: true, limit: FEW };
  for await (const edit of walkModelEdits(db, organisationId, range)) {
    const written = writtenBy(edit)[field];
    if (written === undefined) continue;
    // What cannot be: another value stands than was written last. Then whoever wrote last answers for it.
    if (!isSameValue(written, value)) return author ?? edit.personId;
    author = edit.personId;
  }
  return author;
}

/** Who changed what an element says after that instant, oldest first. Reads no further back than it. */
export async function listTargetChanges(
  db: Db,
  organisationId: string,
  { modelId, element, since }: Place & { since: Date },
): Promise<ReadonlyArray<TargetChange>> {
  const edits: Array<ModelEdit> = [];
  const range = { modelId, ...writesOf(element, TARGET_FIELDS), newestFirst: true, limit: FEW };
  for await (const edit of walkModelEdits(db, organisationId, range)) {
    if (edit.at <= since) break;
    if (edit.commands.length > 0) edits.unshift(edit);
  }
  const [first] = edits;
  if (!first) return [];
  const before = await recordBefore(db, organisationId, { modelId, element }, first.version);
  return targetHistory(
    edits.map(({ personId, at, commands }) => ({ personId, at: at.toISOString(), commands })),
    element,
    before,
  );
}

async function recordBefore(
  db: Db,
  organisationId: string,
  { modelId, element }: Place,
  version: number,
): Promise<TargetRecord> {
  const lastWritten = async (field: TargetField): Promise<Partial<TargetRecord>> => {
    const range = { modelId, ...writesOf(element, [field]), before: version, newestFirst: true, limit: FEW };
    for await (const edit of walkModelEdits(db, organisationId, range)) {
      const written = writtenBy(edit)[field];
      if (written !== undefined) return { [field]: written };
    }
    return {};
  };
  const written: Array<Partial<TargetRecord>> = [];
  for (const field of TARGET_FIELDS) written.push(await lastWritten(field));
  return { ...NO_TARGET, ...together(written) };
}

export type AcceptedRecord = {
  record: TargetRecord;
  /** The draft that first said it. */
  version: number;
};

/**
 * What people accepted, by id of the acceptance: levels, reason and the whole risk assessment with the version of its
 * matrix. An acceptance keeps the fingerprint of it; what has that fingerprint in the history of the draft is what was
 * accepted, whatever came later. Missing where the history does not hold it.
 */
export async function findAcceptedRecords(
  db: Db,
  organisationId: string,
  modelId: string,
  acceptances: ReadonlyArray<TargetAcceptance>,
): Promise<ReadonlyMap<string, AcceptedRecord>> {
  const found = new Map<string, AcceptedRecord>();
  const wanted = new Map(acceptances.map((one) => [elementKey(elementOf(one)), elementOf(one)]));
  const records = new Map<string, TargetRecord>();
  const [only] = wanted.values();
  if (!only) return found;
  const range = { modelId, ...writesOf(wanted.size === 1 ? only : null, TARGET_FIELDS), limit: PART };
  for await (const { version, commands } of walkModelEdits(db, organisationId, range)) {
    for (const key of keysIn(commands)) {
      const element = wanted.get(key);
      if (!element) continue;
      const record = afterCommands(records.get(key) ?? NO_TARGET, commands, element);
      records.set(key, record);
      const fingerprint = fingerprintOfTarget(record);
      for (const acceptance of acceptances)
        if (acceptance.fingerprint === fingerprint && elementKey(elementOf(acceptance)) === key)
          if (!found.has(acceptance.id)) found.set(acceptance.id, { record, version });
    }
    if (found.size === acceptances.length) break;
  }
  return found;
}

function elementOf({ elementKind, elementId }: TargetAcceptance): TargetedElement {
  return { kind: elementKind, id: elementId };
}

function keysIn(commands: ReadonlyArray<ZoneModelCommand>): ReadonlySet<string> {
  return new Set(
    commands.flatMap((command) => {
      const element = targetWrite(command)?.element;
      return element ? [elementKey(element)] : [];
    }),
  );
}

/** The saves that write fields of an element, or of any; of their commands only those that do. */
function writesOf(
  element: TargetedElement | null,
  fields: ReadonlyArray<TargetField>,
): Pick<EditRange, "containing" | "only"> {
  const texts = fields.flatMap((field) => FIELD_TEXTS[field]);
  return {
    containing: element ? [[`"${element.id}"`], texts] : [texts],
    only(command) {
      const write = targetWrite(command);
      if (!write || (element && !isSameElement(write.element, element))) return false;
      return fields.some((field) => write.fields[field] !== undefined);
    },
  };
}

/** What the commands of an edit that was read by {@link writesOf} one element leave in its fields. */
function writtenBy({ commands }: ModelEdit): Partial<TargetRecord> {
  return together(commands.map((command) => targetWrite(command)?.fields ?? {}));
}

/** Later ones over earlier ones. */
function together(writes: ReadonlyArray<Partial<TargetRecord>>): Partial<TargetRecord> {
  return Object.fromEntries(writes.flatMap((write) => Object.entries(write)));
}
