import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import { drawModel } from "~/diagram/drawing/drawing";
import { shapesOf } from "~/diagram/drawing/shapes";
import { toSvgText } from "~/diagram/drawing/svg-text";
import { indexModel } from "~/domain/zone-model/queries";
import { judgeModel } from "~/domain/zone-model/waivers";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { ReportFacts } from "~/reports/report-facts";
import { zoneReportInParts } from "~/reports/zone-report";
import { reportWords } from "~/routes/hospital.models.$modelId.export.$file/report-words";

const AS_OF = "2026-11-22";

/** Facts of a revision of a model: nothing declared, nothing in the ledger, the matrix that Cordon comes with. */
export function reportFacts(content: ZoneModel, overrides: Partial<ReportFacts> = {}): ReportFacts {
  const { open, waived } = judgeModel(content, AS_OF);
  return {
    hospitalName: "Demo hospital",
    modelName: "Building B",
    siteName: "Campus",
    purpose: "Images and what they are made with",
    state: {
      kind: "revision",
      number: 3,
      note: "",
      submittedBy: "Žofie Šťastná",
      approvedBy: "Jiří Řehoř",
      publishedAt: "2026-11-20T10:00:00.000Z",
    },
    fingerprint: "f".repeat(64),
    asOf: AS_OF,
    content,
    previous: null,
    policy: { version: null, layer: {} },
    matrix: { version: 0, matrix: DEFAULT_RISK_MATRIX },
    matrices: new Map([[0, DEFAULT_RISK_MATRIX]]),
    targets: new Map(
      [
        ...content.zones.map(({ id }) => `zone:${id}`),
        ...content.conduits.map(({ id }) => `conduit:${id}`),
      ].map(
        (key) =>
          [
            key,
            {
              ...{ origin: "by-hand", acceptance: "none", acceptedBy: null, acceptedAt: null },
              ...{ note: "", was: null },
            },
          ] as const,
      ),
    ),
    open,
    waived,
    ledger: [],
    achieved: new Map(
      indexModel(content).model.zones.map(
        ({ id }) => [id, { vector: null, alone: null, known: 0, unknown: 0, short: [] }] as const,
      ),
    ),
    products: new Map(),
    law: { instruments: [], obligations: [] },
    ...overrides,
  };
}

/** The report of these facts in English, with its drawing. */
export function reportOf(facts: ReportFacts) {
  const drawing = drawModel(facts.content);
  const shapes = shapesOf(drawing, {
    words: { mark: () => "", assets: (count) => `${count} assets`, assetChanges: () => "" },
  });
  const { width, height } = drawing.bounds;
  const svg = toSvgText(drawing.bounds, shapes, facts.modelName);
  return atOnce(zoneReportInParts(facts, reportWords("en"), { svg, width, height }));
}

/** What work in parts comes to, without a pause. */
export function atOnce<T>(parts: Generator<void, T>): T {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}
