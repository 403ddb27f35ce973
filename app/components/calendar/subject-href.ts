import type { CalendarSubject } from "~/domain/procurement/calendar";
import { paths } from "~/paths";

/** Where an entry of the calendar is looked into. */
export function subjectHref(subject: CalendarSubject): string {
  switch (subject.to) {
    case "decision":
      return paths.decision(subject.decisionId);
    case "countermeasure":
      return paths.countermeasure(subject.countermeasureId);
    case "exception":
      return paths.exception(subject.exceptionId);
    case "declaration":
      return paths.placement(subject.declarationId);
    case "model":
      return paths.model(subject.modelId, { element: subject.element });
    case "incident":
      return paths.incident(subject.incidentId);
    case "measure":
      return paths.measure(subject.place, subject.measureId);
  }
}
