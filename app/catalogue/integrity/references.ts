import { fromLevels } from "~/domain/security-level/security-level";
import type { Fault } from "../fault";
import type { Architecture, Instrument, SampleProduct } from "../schemas";
import type { Catalogue } from "../shape";
import { repeated } from "./rows";

/** Zone types, regulations, sample products and architectures name only what exists, and agree with it. */
export function findReferenceFaults(catalogue: Catalogue): ReadonlyArray<Fault> {
  return [
    ...supplementFaults(catalogue),
    ...zoneFaults(catalogue),
    ...regulationFaults(catalogue),
    ...catalogue.requirements.products.flatMap((product) => productFaults(product, catalogue)),
    ...catalogue.requirements.architectures.flatMap(architectureFaults),
  ];
}

function unknown(
  file: string,
  row: string,
  field: string,
  named: ReadonlyArray<string>,
  known: ReadonlySet<string>,
): ReadonlyArray<Fault> {
  return named.filter((id) => !known.has(id)).map((id) => ({ file, row, field, message: `unknown "${id}"` }));
}

function idsOf(rows: ReadonlyArray<{ id: string }>): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}

/** Ids are unique in each list, and every source code is one of its standard's. */
function supplementFaults({ standards, supplements }: Catalogue): ReadonlyArray<Fault> {
  const codesOf = (standardId: string) =>
    new Set(standards.find(({ id }) => id === standardId)?.sources.map(({ code }) => code));
  const { protocols, instruments, practices, actors, reportingClocks, levelNuances } = supplements;
  const regulation = codesOf("regulations");
  return [
    ...[
      ["hospital-zones/protocols.json", protocols] as const,
      ["regulations/instruments.json", instruments] as const,
      ["regulations/practices.json", practices] as const,
      ["regulations/actors.json", actors] as const,
      ["regulations/reporting-clocks.json", reportingClocks] as const,
    ].flatMap(([file, rows]) =>
      repeated(rows.map(({ id }) => id)).map((id) => ({
        file,
        row: id,
        field: "id",
        message: "is not unique",
      })),
    ),
    ...protocols.flatMap(({ id, sources }) =>
      unknown("hospital-zones/protocols.json", id, "sources", sources, codesOf("hospital-zones")),
    ),
    ...practices.flatMap(({ id, sources }) =>
      unknown("regulations/practices.json", id, "sources", sources, regulation),
    ),
    ...instruments.flatMap((row) =>
      unknown("regulations/instruments.json", row.id, "sources", sourcesIn(row), regulation),
    ),
    ...levelNuances.flatMap(({ foundationalRequirement, sources }) =>
      unknown(
        "iec-62443-1-1/level-nuances.json",
        foundationalRequirement,
        "sources",
        sources,
        codesOf("iec-62443-1-1"),
      ),
    ),
  ];
}

function sourcesIn(row: Instrument): ReadonlyArray<string> {
  const parts = [row, ...row.keyDates, ...row.relatedActs, ...row.pendingChanges, ...row.sections];
  return parts.flatMap(({ sources }) => sources);
}

function zoneFaults({ requirements, supplements }: Catalogue): ReadonlyArray<Fault> {
  const zoneTypes = idsOf(requirements["zone-types"]);
  const protocols = idsOf(supplements.protocols);
  const steps = idsOf(requirements["risk-steps"]);
  const levels = new Map(requirements["component-requirements"].map(({ id, minSl }) => [id, minSl]));
  const file = "hospital-zones/requirements.json";
  return [
    ...requirements["zone-types"].flatMap((zone) => [
      ...unknown(file, zone.id, "typicalProtocols", zone.typicalProtocols, protocols),
      ...unknown(
        file,
        zone.id,
        "typicalConduits",
        zone.typicalConduits.flatMap(({ to }) => to ?? []),
        zoneTypes,
      ),
    ]),
    ...supplements.zoneTerms.flatMap((row) =>
      unknown("hospital-zones/terms.json", row.term, "zoneTypes", row.zoneTypes, zoneTypes),
    ),
    ...supplements.partitionRules.flatMap((row) =>
      unknown(
        "hospital-zones/partition-rules.json",
        row.requirement,
        "requirement",
        [row.requirement],
        steps,
      ),
    ),
    ...supplements.measures.flatMap(({ attribute, level, requirements: ids }) =>
      ids
        .filter((id) => levels.get(id) !== level)
        .map((id) => ({
          file: "hospital-zones/measures.json",
          row: `${attribute} SL ${level}`,
          field: "requirements",
          message: levels.has(id) ? `"${id}" is needed from SL ${levels.get(id)}` : `unknown "${id}"`,
        })),
    ),
  ];
}

function regulationFaults({ standards, requirements, supplements }: Catalogue): ReadonlyArray<Fault> {
  const { instruments, practices, reportingClocks, formColumns } = supplements;
  const known = idsOf(instruments);
  const groupsOf = (standardId: string) => standards.find(({ id }) => id === standardId)?.groups ?? [];
  const titles = new Map(instruments.map(({ id, title }) => [id, title]));
  return [
    ...requirements.obligations.flatMap((row) => [
      ...unknown("regulations/requirements.json", row.id, "instrument", [row.instrument], known),
      ...(row.id === `${row.instrument} ${row.ref}`
        ? []
        : [
            {
              file: "regulations/requirements.json",
              row: row.id,
              field: "id",
              message: "does not fit instrument and ref",
            },
          ]),
    ]),
    ...practices.flatMap(({ id, standards: named }) =>
      unknown(
        "regulations/practices.json",
        id,
        "standards",
        named.map(({ instrument }) => instrument),
        known,
      ),
    ),
    ...reportingClocks.flatMap(({ id, instruments: named }) =>
      unknown("regulations/reporting-clocks.json", id, "instruments", named, known),
    ),
    ...groupsOf("regulations")
      .filter(({ id, title }) => titles.get(id) !== title)
      .map(({ id }) => ({
        file: "regulations/standard.json",
        row: id,
        field: "groups",
        message: "is not in instruments.json under this title",
      })),
    ...unknown("regulations/standard.json", "groups", "id", [...known], idsOf(groupsOf("regulations"))),
    ...formColumns.flatMap(({ section }) =>
      unknown("mds2-2019/form-columns.json", section, "section", [section], idsOf(groupsOf("mds2-2019"))),
    ),
  ];
}

const NO_CAPABILITY = fromLevels([0, 0, 0, 0, 0, 0, 0]);

function productFaults(product: SampleProduct, { requirements }: Catalogue): ReadonlyArray<Fault> {
  const file = "sample-products/requirements.json";
  const zone = requirements["zone-types"].find(({ id }) => id === product.targetZone);
  if (zone === undefined) {
    return [{ file, row: product.id, field: "targetZone", message: `unknown "${product.targetZone}"` }];
  }
  const capability = product.slCapability ?? NO_CAPABILITY;
  return [
    ...unknown(
      file,
      product.id,
      "mds2.answers",
      Object.keys(product.mds2.answers),
      idsOf(requirements.questionnaire),
    ),
    ...product.expectedGaps
      .filter(({ foundationalRequirement: fr, slTarget, slCapability, gap }) => {
        const isSame = zone.suggestedSlTarget?.[fr] === slTarget && capability[fr] === slCapability;
        return !isSame || gap !== slTarget - slCapability;
      })
      .map(({ foundationalRequirement }) => ({
        file,
        row: product.id,
        field: `expectedGaps.${foundationalRequirement}`,
        message: "does not follow from target and capability",
      })),
  ];
}

function architectureFaults(architecture: Architecture): ReadonlyArray<Fault> {
  const file = "architectures/requirements.json";
  const ids = architecture.zones.flatMap((zone) => [zone.id, ...zone.components.map(({ id }) => id)]);
  const ends = [...architecture.flows, ...architecture.forbiddenFlows].flatMap(({ from, to }) => [from, to]);
  return [
    ...repeated(ids).map((id) => ({
      file,
      row: architecture.id,
      field: "zones",
      message: `"${id}" is not unique`,
    })),
    ...unknown(file, architecture.id, "flows", ends, new Set(ids)),
  ];
}
