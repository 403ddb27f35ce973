import { and, asc, desc, eq, gt, lt, or, sql } from "drizzle-orm";
import { type ZoneModelCommand, ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import type { Db } from "../client";
import { modelEdits, people } from "../schema";
import { readStored } from "../stored";

/** One accepted save: the commands that led from version - 1 to `version`. */
export type ModelEdit = {
  version: number;
  personId: string;
  personName: string;
  at: Date;
  commands: ReadonlyArray<ZoneModelCommand>;
};

/** Which saves of a draft to read. */
export type EditRange = {
  modelId: string;
  /** Only those that made later versions than this one. */
  after?: number;
  /** Only those that made earlier versions than this one. */
  before?: number;
  personId?: string | undefined;
  /**
   * Only those whose commands, as JSON, have one of the texts of each group in them (an id in its quotation marks). The database looks for them, so
   * that what is not asked for is never read. A text that is found need not mean what was looked for.
   */
  containing?: ReadonlyArray<ReadonlyArray<string>>;
  /** Commands that nobody needs are neither checked nor given back. */
  only?: (command: ZoneModelCommand) => boolean;
  newestFirst?: boolean;
  limit: number;
};

/** Saves of a draft, oldest first unless asked otherwise, at most `limit`. */
export async function listModelEdits(
  db: Db,
  organisationId: string,
  { modelId, after, before, personId, containing = [], only, newestFirst = false, limit }: EditRange,
): Promise<ReadonlyArray<ModelEdit>> {
  const rows = await db
    .select({
      version: modelEdits.version,
      personId: modelEdits.personId,
      personName: people.name,
      at: modelEdits.at,
      commands: modelEdits.commands,
    })
    .from(modelEdits)
    .innerJoin(people, eq(people.id, modelEdits.personId))
    .where(
      and(
        eq(modelEdits.organisationId, organisationId),
        eq(modelEdits.modelId, modelId),
        after === undefined ? undefined : gt(modelEdits.version, after),
        before === undefined ? undefined : lt(modelEdits.version, before),
        personId === undefined ? undefined : eq(modelEdits.personId, personId),
        ...containing.map((texts) => or(...texts.map(isInCommands))),
      ),
    )
    .orderBy(newestFirst ? desc(modelEdits.version) : asc(modelEdits.version))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    commands: (only ? row.commands.filter(only) : row.commands).map((command) =>
      readStored(ZoneModelCommandSchema, command, {
        column: "model_edits.commands",
        row: `${modelId} ${row.version}`,
      }),
    ),
  }));
}

/** The same one by one, however many there are: read in parts, and no further than whoever asks goes on. */
export async function* walkModelEdits(
  db: Db,
  organisationId: string,
  { limit: part, ...range }: EditRange,
): AsyncGenerator<ModelEdit> {
  let edge = range.newestFirst ? range.before : range.after;
  for (;;) {
    const from = range.newestFirst ? { before: edge } : { after: edge };
    const edits = await listModelEdits(db, organisationId, { ...range, ...from, limit: part });
    yield* edits;
    edge = edits.at(-1)?.version;
    if (edits.length < part) return;
  }
}

/** An id may hold `_`, which stands for any letter unless it is escaped. */
function isInCommands(text: string) {
  const pattern = `%${text.replace(/[!%_]/g, "!$&")}%`;
  return sql`cast(${modelEdits.commands} as text) like ${pattern} escape '!'`;
}
