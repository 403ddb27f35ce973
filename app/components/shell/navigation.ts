import type { Action } from "~/domain/access/permissions";
import { paths } from "~/paths";
import type { Viewer } from "./viewer";

export type NavigationEntry = {
  key:
    | "overview"
    | "models"
    | "requests"
    | "matrix"
    | "decisions"
    | "countermeasures"
    | "changes"
    | "suppliers"
    | "policy"
    | "riskMatrix"
    | "audit"
    | "products"
    | "catalogue"
    | "members";
  to: string;
  /** Active only at exactly this address. */
  end?: boolean;
  /** Shown only to those who may. */
  action?: Action;
};

const HOSPITAL: ReadonlyArray<NavigationEntry> = [
  { key: "overview", to: paths.hospital(), end: true },
  { key: "models", to: paths.models(), action: "model.read" },
  { key: "requests", to: paths.requests(), action: "request.read" },
  { key: "matrix", to: paths.matrix(), action: "assessment.read" },
  { key: "decisions", to: paths.decisions(), action: "decision.read" },
  { key: "countermeasures", to: paths.countermeasures(), action: "countermeasure.read" },
  { key: "changes", to: paths.changes(), action: "reassessment.read" },
  { key: "suppliers", to: paths.suppliers(), action: "supplier.read" },
  { key: "policy", to: paths.policy(), action: "policy.read" },
  { key: "riskMatrix", to: paths.riskMatrix(), action: "risk-matrix.read" },
  { key: "audit", to: paths.audit(), action: "audit.read" },
];

const SUPPLIER: ReadonlyArray<NavigationEntry> = [
  { key: "overview", to: paths.supplier(), end: true },
  { key: "requests", to: paths.receivedRequests(), action: "received-request.read" },
  { key: "products", to: paths.products(), action: "product.read" },
];

const SHARED: ReadonlyArray<NavigationEntry> = [
  { key: "catalogue", to: paths.catalogue() },
  { key: "members", to: paths.members(), action: "member.list" },
];

/** The places one person has, in the order of their day. Visitors see what is public. */
export function navigationOf(viewer: Viewer | null): ReadonlyArray<NavigationEntry> {
  if (!viewer?.organisation) return [{ key: "catalogue", to: paths.catalogue() }];
  const own = viewer.organisation.kind === "hospital" ? HOSPITAL : SUPPLIER;
  return [...own, ...SHARED].filter(({ action }) => action === undefined || viewer.may.includes(action));
}

/** Where somebody begins. */
export function startOf(viewer: Viewer | null): string {
  if (!viewer?.organisation) return paths.home();
  return viewer.organisation.kind === "hospital" ? paths.hospital() : paths.supplier();
}
