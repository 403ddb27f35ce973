import { CONFIDENCES, type Confidence } from "~/domain/requirement/component-requirement";
import type { Fault } from "../fault";
import type { CatalogueRow, Standard } from "../schemas";
import type { Catalogue } from "../shape";

/** What holds for every standard: unique ids, known groups, parents and sources, and the counts it states. */
export function findRowFaults({ standards, requirements }: Catalogue): ReadonlyArray<Fault> {
  const twice = repeated(standards.map(({ id }) => id));
  return [
    ...twice.map((id) => fault(id, "standard.json", null, "id", "standard is registered twice")),
    ...standards.flatMap((standard) => [
      ...idFaults(standard),
      ...groupFaults(standard),
      ...sourceFaults(standard),
      ...countFaults(standard),
      ...tallyFaults(standard, requirements[standard.kind]),
    ]),
  ];
}

export function repeated(values: ReadonlyArray<string>): ReadonlyArray<string> {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

function fault(
  folder: string,
  name: string,
  row: string | null,
  field: string | null,
  message: string,
): Fault {
  return { file: `${folder}/${name}`, row, field, message };
}

function idFaults({ id: folder, rows }: Standard): ReadonlyArray<Fault> {
  const ids = new Set(rows.map(({ id }) => id));
  return [
    ...repeated(rows.map(({ id }) => id)).map((id) =>
      fault(folder, "requirements.json", id, "id", "is not unique in the standard"),
    ),
    ...rows
      .filter(({ parent }) => parent !== undefined && !ids.has(parent))
      .map(({ id, parent }) => fault(folder, "requirements.json", id, "parent", `unknown row "${parent}"`)),
  ];
}

function groupFaults({ id: folder, groups, rows }: Standard): ReadonlyArray<Fault> {
  const ids = new Set(groups.map(({ id }) => id));
  const membersOf = (groupId: string): number =>
    rows.filter(({ group }) => group === groupId).length +
    groups.filter(({ parent }) => parent === groupId).reduce((sum, { id }) => sum + membersOf(id), 0);
  return [
    ...repeated(groups.map(({ id }) => id)).map((id) =>
      fault(folder, "standard.json", id, "groups.id", "is not unique in the standard"),
    ),
    ...groups
      .filter(({ parent }) => parent !== undefined && !ids.has(parent))
      .map(({ id, parent }) =>
        fault(folder, "standard.json", id, "groups.parent", `unknown group "${parent}"`),
      ),
    ...rows
      .filter(({ group }) => !ids.has(group))
      .map(({ id, group }) => fault(folder, "requirements.json", id, "group", `unknown group "${group}"`)),
    ...groups
      .filter(({ id, count }) => membersOf(id) !== count)
      .map(({ id, count }) =>
        fault(folder, "standard.json", id, "groups.count", `${count} rows stated, ${membersOf(id)} found`),
      ),
  ];
}

const STRENGTH: Readonly<Record<Confidence, number>> = {
  "cross-checked": 2,
  "single-source": 1,
  recalled: 0,
};

function sourceFaults({ id: folder, sources, rows }: Standard): ReadonlyArray<Fault> {
  const documents = new Map(sources.map(({ code, independentDocuments }) => [code, independentDocuments]));
  return [
    ...repeated(sources.map(({ code }) => code)).map((code) =>
      fault(folder, "standard.json", code, "sources.code", "is not unique in the standard"),
    ),
    ...rows.flatMap((row) => [
      ...row.sources
        .filter((code) => !documents.has(code))
        .map((code) => fault(folder, "requirements.json", row.id, "sources", `unknown source "${code}"`)),
      ...strengthFaults(folder, row, documents),
    ]),
  ];
}

/** A mark may be more careful than its sources, never bolder. Rows without sources state their own judgement. */
function strengthFaults(
  folder: string,
  row: CatalogueRow,
  documents: ReadonlyMap<string, number>,
): ReadonlyArray<Fault> {
  if (row.sources.length === 0) return [];
  const found = row.sources.reduce((sum, code) => sum + (documents.get(code) ?? 0), 0);
  if (STRENGTH[row.confidence] <= found) return [];
  const message = `"${row.confidence}", but its sources are ${found} independent document(s)`;
  return [fault(folder, "requirements.json", row.id, "confidence", message)];
}

function countFaults({ id: folder, expected, rows }: Standard): ReadonlyArray<Fault> {
  const differ = (field: string, stated: number, found: number) =>
    stated === found ? [] : [fault(folder, "standard.json", null, field, `${stated} stated, ${found} found`)];
  return [
    ...differ("expected.rows", expected.rows, rows.length),
    ...CONFIDENCES.flatMap((confidence) => {
      const found = rows.filter((row) => row.confidence === confidence).length;
      return differ(`expected.confidence.${confidence}`, expected.confidence[confidence] ?? 0, found);
    }),
  ];
}

function tallyFaults({ id: folder, expected }: Standard, rows: ReadonlyArray<object>): ReadonlyArray<Fault> {
  return Object.entries(expected.tallies ?? {}).flatMap(([member, tally]) => {
    const values = rows.map((row) => String(Object.entries(row).find(([name]) => name === member)?.[1]));
    return [...new Set([...Object.keys(tally), ...values])].flatMap((value) => {
      const found = values.filter((other) => other === value).length;
      const stated = tally[value] ?? 0;
      if (stated === found) return [];
      const field = `expected.tallies.${member}.${value}`;
      return [fault(folder, "standard.json", null, field, `${stated} stated, ${found} found`)];
    });
  });
}
