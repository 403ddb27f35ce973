import type { Fault } from "../fault";
import type { Catalogue } from "../shape";
import { repeated } from "./rows";

/** Both ends of every mapping row exist (a row or a constraint such as `CCSC 2`), and no pair is there twice. */
export function findMappingFaults({ standards, mappings, requirements }: Catalogue): ReadonlyArray<Fault> {
  const idsOf = new Map(
    standards.map(({ id, rows, constraints }) => [
      id,
      new Set([...rows, ...(constraints ?? [])].map((row) => row.id)),
    ]),
  );
  const mapped = mappings.flatMap(({ from, to, sources, rows }): ReadonlyArray<Fault> => {
    const file = `mappings/${from}--${to}.json`;
    const codes = new Set(
      standards
        .filter(({ id }) => id === from || id === to)
        .flatMap((standard) => standard.sources.map(({ code }) => code)),
    );
    return [
      ...[from, to]
        .filter((id) => !idsOf.has(id))
        .map((id) => ({
          file,
          row: null,
          field: id === from ? "from" : "to",
          message: `unknown standard "${id}"`,
        })),
      ...sources
        .filter((code) => !codes.has(code))
        .map((code) => ({ file, row: null, field: "sources", message: `unknown source "${code}"` })),
      ...rows
        .filter((row) => !idsOf.get(from)?.has(row.from))
        .map((row) => ({ file, row: row.from, field: "from", message: `unknown row of ${from}` })),
      ...rows
        .filter((row) => row.to !== null && !idsOf.get(to)?.has(row.to))
        .map((row) => ({ file, row: row.from, field: "to", message: `unknown row "${row.to}" of ${to}` })),
      ...rows
        .filter((row) =>
          row.to === null ? row.relation !== "none" && row.note === undefined : row.relation === "none",
        )
        .map((row) => ({ file, row: row.from, field: "relation", message: "does not fit the end it has" })),
      ...repeated(rows.map((row) => `${row.from} → ${row.to}`)).map((pair) => ({
        file,
        row: pair,
        field: null,
        message: "is there twice",
      })),
    ];
  });
  return [...mapped, ...counterpartFaults(mappings, requirements["system-requirements"])];
}

/** Every system requirement says what carries it into a component, or that nothing does. */
function counterpartFaults(
  mappings: Catalogue["mappings"],
  systemRequirements: Catalogue["requirements"]["system-requirements"],
): ReadonlyArray<Fault> {
  const mapping = mappings.find(({ from, to }) => from === "iec-62443-3-3" && to === "iec-62443-4-2");
  const told = new Set(mapping?.rows.map((row) => row.from));
  return systemRequirements
    .filter((row) => row.enhancement === null && !told.has(row.id))
    .map(({ id }) => ({
      file: "mappings/iec-62443-3-3--iec-62443-4-2.json",
      row: id,
      field: "from",
      message: "is missing",
    }));
}
