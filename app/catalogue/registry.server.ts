import architectures from "./architectures/requirements.json";
import architecturesStandard from "./architectures/standard.json";
import zoneMeasures from "./hospital-zones/measures.json";
import partitionRules from "./hospital-zones/partition-rules.json";
import protocols from "./hospital-zones/protocols.json";
import zoneTypes from "./hospital-zones/requirements.json";
import zonesStandard from "./hospital-zones/standard.json";
import zoneTerms from "./hospital-zones/terms.json";
import levelNuances from "./iec-62443-1-1/level-nuances.json";
import rows11 from "./iec-62443-1-1/requirements.json";
import standard11 from "./iec-62443-1-1/standard.json";
import rows21 from "./iec-62443-2-1/requirements.json";
import standard21 from "./iec-62443-2-1/standard.json";
import rows32 from "./iec-62443-3-2/requirements.json";
import standard32 from "./iec-62443-3-2/standard.json";
import provenance33 from "./iec-62443-3-3/provenance.json";
import rows33 from "./iec-62443-3-3/requirements.json";
import standard33 from "./iec-62443-3-3/standard.json";
import rows41 from "./iec-62443-4-1/requirements.json";
import standard41 from "./iec-62443-4-1/standard.json";
import provenance42 from "./iec-62443-4-2/provenance.json";
import rows42 from "./iec-62443-4-2/requirements.json";
import standard42 from "./iec-62443-4-2/standard.json";
import rows81001 from "./iec-81001-5-1/requirements.json";
import standard81001 from "./iec-81001-5-1/standard.json";
import systemToComponent from "./mappings/iec-62443-3-3--iec-62443-4-2.json";
import processToClause from "./mappings/iec-62443-4-1--iec-81001-5-1.json";
import questionToSystem from "./mappings/mds2-2019--iec-62443-3-3.json";
import questionToProcess from "./mappings/mds2-2019--iec-62443-4-1.json";
import questionToComponent from "./mappings/mds2-2019--iec-62443-4-2.json";
import formColumns from "./mds2-2019/form-columns.json";
import questions from "./mds2-2019/requirements.json";
import mds2Standard from "./mds2-2019/standard.json";
import type { CatalogueFiles } from "./read-catalogue";
import actors from "./regulations/actors.json";
import instruments from "./regulations/instruments.json";
import practices from "./regulations/practices.json";
import reportingClocks from "./regulations/reporting-clocks.json";
import obligations from "./regulations/requirements.json";
import regulationsStandard from "./regulations/standard.json";
import sampleProducts from "./sample-products/requirements.json";
import sampleProductsStandard from "./sample-products/standard.json";
import version from "./version.json";

/** Everything the catalogue consists of. A standard is a folder and its line here. */
export const CATALOGUE_FILES: CatalogueFiles = {
  version,
  standards: [
    { folder: "iec-62443-1-1", standard: standard11, requirements: rows11 },
    { folder: "iec-62443-2-1", standard: standard21, requirements: rows21 },
    { folder: "iec-62443-3-2", standard: standard32, requirements: rows32 },
    { folder: "iec-62443-3-3", standard: standard33, requirements: rows33, provenance: provenance33 },
    { folder: "iec-62443-4-1", standard: standard41, requirements: rows41 },
    { folder: "iec-62443-4-2", standard: standard42, requirements: rows42, provenance: provenance42 },
    { folder: "iec-81001-5-1", standard: standard81001, requirements: rows81001 },
    { folder: "mds2-2019", standard: mds2Standard, requirements: questions },
    { folder: "hospital-zones", standard: zonesStandard, requirements: zoneTypes },
    { folder: "regulations", standard: regulationsStandard, requirements: obligations },
    { folder: "sample-products", standard: sampleProductsStandard, requirements: sampleProducts },
    { folder: "architectures", standard: architecturesStandard, requirements: architectures },
  ],
  mappings: [
    { file: "mappings/iec-62443-3-3--iec-62443-4-2.json", content: systemToComponent },
    { file: "mappings/iec-62443-4-1--iec-81001-5-1.json", content: processToClause },
    { file: "mappings/mds2-2019--iec-62443-3-3.json", content: questionToSystem },
    { file: "mappings/mds2-2019--iec-62443-4-1.json", content: questionToProcess },
    { file: "mappings/mds2-2019--iec-62443-4-2.json", content: questionToComponent },
  ],
  supplements: {
    levelNuances,
    formColumns,
    protocols,
    measures: zoneMeasures,
    partitionRules,
    zoneTerms,
    instruments,
    practices,
    actors,
    reportingClocks,
  },
};
