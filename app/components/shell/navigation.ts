import type { Action } from "~/domain/access/permissions";
import { paths } from "~/paths";
import type { Viewer } from "./viewer";

export type NavigationEntry = {
  key:
    | "overview"
    | "management"
    | "models"
    | "requests"
    | "queue"
    | "matrix"
    | "decisions"
    | "countermeasures"
    | "exceptions"
    | "measures"
    | "notices"
    | "incidents"
    | "readiness"
    | "changes"
    | "register"
    | "calendar"
    | "suppliers"
    | "policy"
    | "riskMatrix"
    | "audit"
    | "evidencePacks"
    | "declarations"
    | "products"
    | "catalogue"
    | "members";
  to: string;
  /** Active only at exactly this address. */
  end?: boolean;
  /** Shown only to those who may. */
  action?: Action;
};

export type NavigationGroup = {
  key: "decide" | "followUp" | "settings";
  entries: ReadonlyArray<NavigationEntry>;
};

type Place = NavigationEntry | NavigationGroup;

const HOSPITAL: ReadonlyArray<Place> = [
  { key: "overview", to: paths.hospital(), end: true },
  { key: "queue", to: paths.queue(), action: "request.read" },
  { key: "models", to: paths.models(), action: "model.read" },
  { key: "requests", to: paths.requests(), action: "request.read" },
  {
    key: "decide",
    entries: [
      { key: "matrix", to: paths.matrix(), action: "assessment.read" },
      { key: "decisions", to: paths.decisions(), action: "decision.read" },
      { key: "countermeasures", to: paths.countermeasures(), action: "countermeasure.read" },
      { key: "exceptions", to: paths.exceptions(), action: "exception.read" },
    ],
  },
  {
    key: "followUp",
    entries: [
      { key: "management", to: paths.management(), action: "management.read" },
      { key: "register", to: paths.register(), action: "register.read" },
      { key: "changes", to: paths.changes(), action: "reassessment.read" },
      { key: "notices", to: paths.receivedNotices(), action: "received-notice.read" },
      { key: "incidents", to: paths.incidents(), action: "incident.read" },
      { key: "calendar", to: paths.calendar(), action: "calendar.read" },
      { key: "measures", to: paths.measures(), action: "measure.read" },
      { key: "readiness", to: paths.readiness(), action: "readiness.read" },
      { key: "audit", to: paths.audit(), action: "audit.read" },
      { key: "evidencePacks", to: paths.evidencePacks(), action: "evidence-pack.export" },
    ],
  },
  {
    key: "settings",
    entries: [
      { key: "policy", to: paths.policy(), action: "policy.read" },
      { key: "riskMatrix", to: paths.riskMatrix(), action: "risk-matrix.read" },
      { key: "suppliers", to: paths.suppliers(), action: "supplier.read" },
      { key: "members", to: paths.members(), action: "member.list" },
    ],
  },
  { key: "catalogue", to: paths.catalogue() },
];

const SUPPLIER: ReadonlyArray<Place> = [
  { key: "overview", to: paths.supplier(), end: true },
  { key: "requests", to: paths.receivedRequests(), action: "received-request.read" },
  { key: "declarations", to: paths.declarations(), action: "declaration.read" },
  { key: "products", to: paths.products(), action: "product.read" },
  { key: "notices", to: paths.notices(), action: "notice.read" },
  { key: "members", to: paths.members(), action: "member.list" },
  { key: "catalogue", to: paths.catalogue() },
];

/** The places one person has, in the order of their day. Visitors see what is public. */
export function navigationOf(viewer: Viewer | null): ReadonlyArray<Place> {
  if (!viewer?.organisation) return [{ key: "catalogue", to: paths.catalogue() }];
  const own = viewer.organisation.kind === "hospital" ? HOSPITAL : SUPPLIER;
  const isOpen = ({ action }: NavigationEntry) => action === undefined || viewer.may.includes(action);
  return own.flatMap((place): ReadonlyArray<Place> => {
    if (!("entries" in place)) return isOpen(place) ? [place] : [];
    const entries = place.entries.filter(isOpen);
    return entries.length > 1 ? [{ ...place, entries }] : entries;
  });
}

/** Where somebody begins. */
export function startOf(viewer: Viewer | null): string {
  if (!viewer?.organisation) return paths.home();
  return viewer.organisation.kind === "hospital" ? paths.hospital() : paths.supplier();
}
