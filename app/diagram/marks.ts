import type { ModelFinding, RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { ElementKind } from "~/domain/zone-model/zone-model";

/** The worst finding and the number of findings. */
export type Mark = { worst: RuleSeverity; count: number };
/** By kind and id of the element. */
export type Marks = Readonly<Record<ElementKind, ReadonlyMap<string, Mark>>>;

/** Of a drawing that says nothing of findings. */
export const NO_FINDINGS: Marks = { zone: new Map(), conduit: new Map(), asset: new Map() };

const ORDER: ReadonlyArray<RuleSeverity | null> = [null, "notice", "warning", "error"];

export function worseOf<Severity extends RuleSeverity | null>(a: Severity, b: Severity): Severity {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

export function marksOf(findings: ReadonlyArray<ModelFinding>): Marks {
  const marks = {
    zone: new Map<string, Mark>(),
    conduit: new Map<string, Mark>(),
    asset: new Map<string, Mark>(),
  };
  for (const { element, severity } of findings) {
    const mark = marks[element.kind].get(element.id);
    marks[element.kind].set(element.id, {
      worst: mark ? worseOf(mark.worst, severity) : severity,
      count: (mark?.count ?? 0) + 1,
    });
  }
  return marks;
}
