import { policyLayersOf } from "~/catalogue/zone-profile";
import { resolvePolicy } from "~/domain/policy/policy";
import { grouped, indexModel } from "~/domain/zone-model/queries";
import { elementKey } from "~/domain/zone-model/zone-model";
import type { ReportDocument, Section } from "./document";
import { unprintableOf } from "./parts";
import type { ReportFacts, ReportInput, ReportWords } from "./report-facts";
import { achievedOf } from "./sections/achieved";
import { characteristicsOf } from "./sections/characteristics";
import { threatsOf, tolerableRiskOf } from "./sections/risk";
import { assumptionsOf, changesOf, policiesOf, regulationOf } from "./sections/surroundings";
import { coverOf, descriptionOf, drawingOf, specificationOf } from "./sections/system";

/**
 * The zone and conduit report of one state of a model (IEC 62443-3-2 ZCR 6.1 to 6.9), as a document for the writers.
 * Pure: the same facts and words give the same document. `drawing` is the state as SVG. Whoever drives it may do other
 * things between its parts: a large model takes a second.
 */
export function* zoneReportInParts(
  facts: ReportFacts,
  words: ReportWords,
  drawing: ReportInput["drawing"],
): Generator<void, ReportDocument> {
  const input: ReportInput = {
    ...{ facts, words, drawing },
    index: indexModel(facts.content),
    openAt: grouped(facts.open, ({ element }) => [elementKey(element)]),
    waivedAt: grouped(facts.waived, ({ finding }) => [elementKey(finding.element)]),
    ledgerAt: grouped(facts.ledger, ({ kind, elementId }) => [elementKey({ kind, id: elementId })]),
    generalPolicy: resolvePolicy(policyLayersOf({ referenceType: null, policy: {} }, facts.policy.layer))
      .policy,
  };
  const { t } = words;
  const { state, modelName, siteName } = facts;
  const stateName =
    state.kind === "draft"
      ? t("cover.draft", { version: state.version })
      : t("cover.revision", { number: state.number });
  const sections: Array<Section> = [];
  for (const sectionOf of SECTIONS) {
    const section = sectionOf(input);
    sections.push("blocks" in section ? section : yield* section);
    yield;
  }
  return {
    title: t("title", { name: modelName }),
    subtitle: `${t("subtitle")} · ${siteName} · ${stateName}`,
    language: words.language,
    mark: state.kind === "draft" ? t("cover.mark") : null,
    unprintable: unprintableOf(words),
    footer: t("footer", { name: modelName, state: stateName, fingerprint: facts.fingerprint.slice(0, 16) }),
    pageOf: t("pageOf", { page: "{page}", pages: "{pages}" }),
    cover: coverOf(input),
    sections,
  };
}

const SECTIONS: ReadonlyArray<(input: ReportInput) => Section | Generator<void, Section>> = [
  specificationOf,
  descriptionOf,
  drawingOf,
  characteristicsOf,
  assumptionsOf,
  threatsOf,
  policiesOf,
  tolerableRiskOf,
  regulationOf,
  achievedOf,
  changesOf,
];
