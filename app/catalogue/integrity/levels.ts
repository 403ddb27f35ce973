import {
  COMPONENT_TYPES,
  type ComponentRequirement,
  type Confidence,
  isApplicable,
} from "~/domain/requirement/component-requirement";
import { FOUNDATIONAL_REQUIREMENTS, SECURITY_LEVELS } from "~/domain/security-level/security-level";
import type { Fault } from "../fault";
import type { ProvenanceRow, Standard, SystemRequirement } from "../schemas";
import type { Catalogue } from "../shape";

type LevelledRow = SystemRequirement;

/** IEC 62443-3-3 and 4-2: numbering, enhancements, cumulative counts, and confidence out of the evidence. */
export function findLevelFaults(catalogue: Catalogue): ReadonlyArray<Fault> {
  return catalogue.standards.flatMap((standard) => levelFaultsOf(standard, catalogue));
}

function levelFaultsOf(standard: Standard, { requirements, provenance }: Catalogue): ReadonlyArray<Fault> {
  const evidence = provenance[standard.id] ?? [];
  const systemRows = requirements["system-requirements"];
  const componentRows = requirements["component-requirements"];
  switch (standard.kind) {
    case "system-requirements":
      return levelledFaults(standard, systemRows, evidence);
    case "component-requirements":
      return [
        ...levelledFaults(standard, componentRows, evidence),
        ...componentRows.flatMap((row) =>
          componentFaults(standard, row, new Set(systemRows.map(({ id }) => id))),
        ),
        ...familyFaults(standard, componentRows),
      ];
    case "foundational-requirements":
    case "programme-requirements":
    case "risk-steps":
    case "process-requirements":
    case "process-clauses":
    case "questionnaire":
    case "zone-types":
    case "obligations":
    case "products":
    case "architectures":
      return [];
  }
}

function levelledFaults(
  standard: Standard,
  rows: ReadonlyArray<LevelledRow>,
  evidence: ReadonlyArray<ProvenanceRow>,
): ReadonlyArray<Fault> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const evidenceById = new Map(evidence.map((row) => [row.id, row]));
  const file = `${standard.id}/provenance.json`;
  return [
    ...rows.flatMap((row) => [
      ...numberingFaults(standard.id, row, byId),
      ...evidenceFaults(standard.id, row, evidenceById.get(row.id)),
    ]),
    ...rows.flatMap((row) => enhancementFaults(standard.id, row, rows)),
    ...evidence
      .filter(({ id }) => !byId.has(id))
      .map(({ id }) => ({ file, row: id, field: "id", message: "unknown row" })),
    ...cumulativeFaults(standard, rows),
  ];
}

function numberingFaults(
  folder: string,
  row: LevelledRow,
  byId: ReadonlyMap<string, LevelledRow>,
): ReadonlyArray<Fault> {
  const at = (field: string, message: string): Fault => {
    return { file: `${folder}/requirements.json`, row: row.id, field, message };
  };
  const faults: Fault[] = [];
  const number = FOUNDATIONAL_REQUIREMENTS.indexOf(row.foundationalRequirement) + 1;
  if (!row.base.split(" ")[1]?.startsWith(`${number}.`))
    faults.push(at("foundationalRequirement", "does not fit the number"));
  const expectedId = row.enhancement === null ? row.base : `${row.base} RE(${row.enhancement})`;
  if (row.id !== expectedId) faults.push(at("id", "does not fit base and enhancement"));
  const base = byId.get(row.base);
  if (base === undefined || base.enhancement !== null)
    return [...faults, at("base", `unknown base "${row.base}"`)];
  if (row.minSl < base.minSl)
    faults.push(at("minSl", `SL ${row.minSl} is below its base at SL ${base.minSl}`));
  return faults;
}

function enhancementFaults(
  folder: string,
  base: LevelledRow,
  rows: ReadonlyArray<LevelledRow>,
): ReadonlyArray<Fault> {
  if (base.enhancement !== null) return [];
  const numbers = rows
    .filter((row) => row.base === base.id && row.enhancement !== null)
    .map((row) => row.enhancement ?? 0)
    .sort((a, b) => a - b);
  if (numbers.every((number, index) => number === index + 1)) return [];
  const message = `enhancements are numbered ${numbers.join(", ")}, not 1 to ${numbers.length}`;
  return [{ file: `${folder}/requirements.json`, row: base.id, field: "enhancement", message }];
}

/** Two readings that agree make a cross-checked row, one a single-source row; hints such as `<=2` do not count. */
function evidenceFaults(
  folder: string,
  row: LevelledRow,
  provenance: ProvenanceRow | undefined,
): ReadonlyArray<Fault> {
  const at = (field: string, message: string): Fault => {
    return { file: `${folder}/requirements.json`, row: row.id, field, message };
  };
  const readings = Object.values(provenance?.evidence ?? {});
  const agreeing = readings.filter((reading) => reading === row.minSl).length;
  const expected: Confidence =
    agreeing >= 2 ? "cross-checked" : agreeing === 1 ? "single-source" : "recalled";
  const contradicted = readings.some((reading) => typeof reading === "number" && reading !== row.minSl);
  const faults: Fault[] = [];
  if (row.confidence !== expected)
    faults.push(at("confidence", `"${row.confidence}", the evidence says "${expected}"`));
  if (contradicted && row.note === undefined) faults.push(at("note", "is missing although sources disagree"));
  return faults;
}

function cumulativeFaults(standard: Standard, rows: ReadonlyArray<LevelledRow>): ReadonlyArray<Fault> {
  const file = `${standard.id}/standard.json`;
  const differ = (field: string, stated: unknown, found: unknown): ReadonlyArray<Fault> => {
    if (String(stated) === String(found)) return [];
    return [{ file, row: null, field, message: `${stated} stated, ${found} found` }];
  };
  const { baseRows, cumulative } = standard.expected;
  const componentTypesOf = new Map(standard.rows.map((row) => [row.id, row.componentTypes]));
  const scopes = standard.kind === "system-requirements" ? ["system"] : COMPONENT_TYPES;
  return [
    ...differ("expected.baseRows", baseRows, rows.filter((row) => row.enhancement === null).length),
    ...scopes.flatMap((scope) => {
      const inScope = rows.filter(
        (row) => scope === "system" || componentTypesOf.get(row.id)?.some((type) => type === scope),
      );
      const found = SECURITY_LEVELS.slice(1).map(
        (level) => inScope.filter((row) => row.minSl <= level).length,
      );
      return differ(`expected.cumulative.${scope}`, cumulative?.[scope], found);
    }),
  ];
}

function componentFaults(
  standard: Standard,
  row: ComponentRequirement,
  systemIds: ReadonlySet<string>,
): ReadonlyArray<Fault> {
  const at = (field: string, message: string): Fault => {
    return { file: `${standard.id}/requirements.json`, row: row.id, field, message };
  };
  const [prefix, number] = row.base.split(" ");
  const family = standard.families?.find((candidate) => candidate.prefix === prefix);
  if (family === undefined) return [at("base", `unknown prefix "${prefix}"`)];
  const asked = COMPONENT_TYPES.filter((type) => isApplicable(row, [type]));
  const expectedTypes = COMPONENT_TYPES.filter(
    (type) => family.componentType === null || family.componentType === type,
  );
  const systemId = systemIds.has(`SR ${number}`) ? `SR ${number}` : null;
  const faults: Fault[] = [];
  if (asked.join() !== expectedTypes.join())
    faults.push(at("appliesTo", `"${prefix}" is for ${expectedTypes.join(", ")}`));
  if (row.systemRequirement !== systemId) faults.push(at("systemRequirement", `should be ${systemId}`));
  return faults;
}

function familyFaults(standard: Standard, rows: ReadonlyArray<ComponentRequirement>): ReadonlyArray<Fault> {
  return (standard.families ?? []).flatMap(({ prefix, baseRows }) => {
    const found = rows.filter((row) => row.enhancement === null && row.id.startsWith(`${prefix} `)).length;
    if (found === baseRows) return [];
    const message = `${baseRows} base rows stated, ${found} found`;
    return [{ file: `${standard.id}/standard.json`, row: prefix, field: "families.baseRows", message }];
  });
}
