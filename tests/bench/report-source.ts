/** What the report bench runs: one bundle, so that its parts share what they have compiled. */
export { drawModel } from "~/diagram/drawing/drawing";
export { fingerprintInParts } from "~/domain/zone-model/facts";
export { inTurns } from "~/reports/in-turns.server";
export { zoneReportInParts } from "~/reports/zone-report";
export { plainDrawing } from "~/routes/hospital.models.$modelId.export.$file/drawings";
export { reportWords } from "~/routes/hospital.models.$modelId.export.$file/report-words";
export { aLargeZoneModel } from "../builders/zone-model";
export { reportFacts } from "../reports/report-builder";
