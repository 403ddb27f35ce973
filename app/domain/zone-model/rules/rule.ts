import type { ZoneModelCommand } from "../commands";
import type { ZoneModelIndex } from "../queries";
import type { Conduit, ElementKind, ElementRef } from "../zone-model";

/** A clause of a standard that a rule implements, e.g. `{ standard: "iec-62443-3-2", ref: "ZCR 3.4" }`. */
export type RuleClause = { standard: string; ref: string };

/** `error`: the model must not stay so. `warning`: needs a reason or a change. `notice`: worth a look. */
export type RuleSeverity = "error" | "warning" | "notice";

export type ModelFinding = {
  /** Unique within one evaluation and the same in the next one, so that comments can hang on it. */
  id: string;
  ruleId: string;
  severity: RuleSeverity;
  /** Where it shows on the canvas. */
  element: ElementRef;
  related: ReadonlyArray<ElementRef>;
  /** For the sentence `<rule id>.finding` of the message files. */
  params: Readonly<Record<string, string | number>>;
  /** One step that closes the finding, where one exists; undone like any other gesture. */
  fix?: ReadonlyArray<ZoneModelCommand>;
};

export type ModelRule = {
  /** The sentence that should be true; also its file, its test and its key in the message files. */
  id: string;
  clauses: ReadonlyArray<RuleClause>;
  severity: RuleSeverity;
  evaluate(index: ZoneModelIndex): ReadonlyArray<ModelFinding>;
};

/** What a rule sees; the rest of a finding follows from the rule. */
export type Observation = Pick<ModelFinding, "element" | "params" | "fix"> & {
  related?: ReadonlyArray<ElementRef>;
  /** Tells several findings at one element apart, e.g. a channel id. */
  about?: string;
  /** Where this case is worse or milder than the rule. */
  severity?: RuleSeverity;
};

/** A rule from what it observes, in model order. */
export function modelRule(
  rule: Omit<ModelRule, "evaluate"> & { observe(index: ZoneModelIndex): ReadonlyArray<Observation> },
): ModelRule {
  const { id: ruleId, clauses, severity, observe } = rule;
  return {
    id: ruleId,
    clauses,
    severity,
    evaluate: (index) =>
      observe(index).map(({ element, params, related = [], about, severity: own = severity, fix }) => ({
        id: [ruleId, element.kind, element.id, ...(about === undefined ? [] : [about])].join(":"),
        ruleId,
        severity: own,
        element,
        related,
        params,
        ...(fix && { fix }),
      })),
  };
}

export function refTo(kind: ElementKind, { id }: { id: string }): ElementRef {
  return { kind, id };
}

/** Names of both ends for a sentence; an id stands in for a zone that is missing. */
export function namesOfEnds(
  index: ZoneModelIndex,
  { fromZoneId, toZoneId }: Conduit,
): { from: string; to: string } {
  const nameOf = (id: string) => index.zoneById.get(id)?.name ?? id;
  return { from: nameOf(fromZoneId), to: nameOf(toZoneId) };
}
