import type { z } from "zod";
import {
  FormColumnsSchema,
  InstrumentSchema,
  LevelMeasureSchema,
  LevelNuanceSchema,
  PartitionRuleSchema,
  PracticeSchema,
  ReferenceProtocolSchema,
  RegulatoryActorSchema,
  ReportingClockSchema,
  ZoneTermSchema,
} from "./schemas";

/** Lists that stand beside the rows of a standard: the file, and the schema of one entry. */
export const SUPPLEMENTS = {
  levelNuances: { file: "iec-62443-1-1/level-nuances.json", schema: LevelNuanceSchema },
  formColumns: { file: "mds2-2019/form-columns.json", schema: FormColumnsSchema },
  protocols: { file: "hospital-zones/protocols.json", schema: ReferenceProtocolSchema },
  measures: { file: "hospital-zones/measures.json", schema: LevelMeasureSchema },
  partitionRules: { file: "hospital-zones/partition-rules.json", schema: PartitionRuleSchema },
  zoneTerms: { file: "hospital-zones/terms.json", schema: ZoneTermSchema },
  instruments: { file: "regulations/instruments.json", schema: InstrumentSchema },
  practices: { file: "regulations/practices.json", schema: PracticeSchema },
  actors: { file: "regulations/actors.json", schema: RegulatoryActorSchema },
  reportingClocks: { file: "regulations/reporting-clocks.json", schema: ReportingClockSchema },
} as const;

export type SupplementId = keyof typeof SUPPLEMENTS;

export type Supplements = Readonly<{
  [Id in SupplementId]: ReadonlyArray<z.output<(typeof SUPPLEMENTS)[Id]["schema"]>>;
}>;
