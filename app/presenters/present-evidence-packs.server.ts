import {
  type EvidenceScope,
  EvidenceScopeSchema,
  type PackCounts,
  SCOPE_KINDS,
  tooMuchOf,
} from "~/domain/audit/evidence-scope";
import { AppError } from "~/domain/shared/app-error";
import { requireScope } from "~/use-cases/evidence/export-evidence.server";
import {
  type Caller,
  type FieldErrors,
  requirePermission,
  toInvalidInput,
} from "~/use-cases/use-case.server";
import { listExportsOfEvidence } from "~db/repositories/audit";
import { listDecisionsByIds } from "~db/repositories/decisions";
import { countEvidence } from "~db/repositories/evidence";
import { listSuppliers } from "~db/repositories/organisations";
import { listPeopleByIds } from "~db/repositories/people";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listZoneModels } from "~db/repositories/zone-models";

const EXPORTS_SHOWN = 20;

/** As it stands in the address: `zone` is `model/zone`. */
export type EvidenceQuery = Readonly<Record<"kind" | "zone" | "supplier" | "from" | "to", string | null>>;

/** What a person chose, still to be checked; null where nothing is chosen yet. */
export function scopeAsked({ kind, zone, supplier, from, to }: EvidenceQuery): unknown {
  const chosen = SCOPE_KINDS.find((one) => one === kind);
  switch (chosen) {
    case undefined:
      return null;
    case "zone": {
      const [modelId = "", zoneId = ""] = (zone ?? "").split("/");
      return { kind: chosen, modelId, zoneId };
    }
    case "supplier":
      return { kind: chosen, supplierId: supplier ?? "" };
    case "period":
      return { kind: chosen, from: from ?? "", to: to ?? "" };
  }
}

/** Where an auditor finds every kind of evidence pack, what the chosen one would hold, and who took which lately. */
export async function presentEvidencePacks(caller: Caller, query: EvidenceQuery) {
  const { actor, database } = caller;
  requirePermission(actor, "evidence-pack.export");
  const { read } = database;
  const [revisions, models, suppliers] = await Promise.all([
    listLatestRevisions(read, actor.organisationId),
    listZoneModels(read, actor.organisationId),
    listSuppliers(read, actor.organisationId),
  ]);
  const zones = revisions.flatMap(({ modelId, content }) =>
    content.zones.map(({ id, name }) => ({ value: `${modelId}/${id}`, modelId, id, name })),
  );
  return {
    query,
    models: models
      .map(({ id, name, siteName }) => ({
        name: `${siteName}: ${name}`,
        zones: zones.filter(({ modelId }) => modelId === id).map(({ value, name }) => ({ value, name })),
      }))
      .filter((model) => model.zones.length > 0),
    suppliers,
    chosen: await presentChosen(caller, query, (scope) => {
      switch (scope.kind) {
        case "zone":
          return zones.find(({ value }) => value === query.zone)?.name ?? scope.zoneId;
        case "supplier":
          return suppliers.find(({ id }) => id === scope.supplierId)?.name ?? scope.supplierId;
        case "period":
          return `${scope.from} – ${scope.to}`;
      }
    }),
    exports: await presentExports(caller, suppliers),
  };
}

type Chosen =
  | { state: "nothing" }
  | { state: "invalid"; fields: FieldErrors }
  | { state: "gone" }
  | {
      state: "ready";
      kind: EvidenceScope["kind"];
      name: string;
      counts: PackCounts;
      tooMuchOf: keyof PackCounts | null;
      isEmpty: boolean;
    };

async function presentChosen(
  { actor, database }: Caller,
  query: EvidenceQuery,
  nameOf: (scope: EvidenceScope) => string,
): Promise<Chosen> {
  const asked = scopeAsked(query);
  if (asked === null) return { state: "nothing" };
  const parsed = EvidenceScopeSchema.safeParse(asked, { reportInput: true });
  if (!parsed.success) return { state: "invalid", fields: toFields(toInvalidInput(parsed.error).fields) };
  if (!(await isThere(database.read, actor.organisationId, parsed.data))) return { state: "gone" };
  const counts = await countEvidence(database.read, actor.organisationId, parsed.data);
  const { decisions, exceptions, requests, entries } = counts;
  const isEmpty = decisions + exceptions + requests + entries === 0;
  const about = { kind: parsed.data.kind, name: nameOf(parsed.data) };
  return { state: "ready", ...about, counts, tooMuchOf: tooMuchOf(counts), isEmpty };
}

/** By the names of the form's fields. */
function toFields(fields: FieldErrors): FieldErrors {
  const names: Readonly<Record<string, string>> = { modelId: "zone", zoneId: "zone", supplierId: "supplier" };
  return Object.fromEntries(Object.entries(fields).map(([name, errors]) => [names[name] ?? name, errors]));
}

async function isThere(db: Caller["database"]["read"], organisationId: string, scope: EvidenceScope) {
  try {
    await requireScope(db, organisationId, scope);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return false;
    throw error;
  }
}

async function presentExports(
  { actor, database }: Caller,
  suppliers: ReadonlyArray<{ id: string; name: string }>,
) {
  const { read } = database;
  const entries = await listExportsOfEvidence(read, actor.organisationId, EXPORTS_SHOWN);
  const people = await listPeopleByIds(
    read,
    entries.flatMap(({ personId }) => personId ?? []),
  );
  const revisions = await listLatestRevisions(read, actor.organisationId);
  const decisions = await listDecisionsByIds(
    read,
    actor.organisationId,
    entries.filter(({ action }) => action === "decision.export").map(({ subjectId }) => subjectId),
  );
  const zoneName = (modelId: string, zoneId: string) =>
    revisions.find((one) => one.modelId === modelId)?.content.zones.find(({ id }) => id === zoneId)?.name;
  return entries.map(({ sequence, at, personId, action, subjectId, details }) => {
    const scope = EvidenceScopeSchema.safeParse(details);
    const decision = decisions.find(({ id }) => id === subjectId);
    return {
      sequence,
      at: at.toISOString(),
      personName: people.find(({ id }) => id === personId)?.name ?? null,
      about: aboutOf(),
    };
    function aboutOf() {
      if (action === "decision.export")
        return {
          kind: "decision" as const,
          decisionId: subjectId,
          name: decision
            ? `${decision.productName} ${decision.releaseVersion}, ${decision.zoneName}`
            : subjectId,
        };
      if (!scope.success) return { kind: "unknown" as const, name: subjectId };
      switch (scope.data.kind) {
        case "zone": {
          const { modelId, zoneId } = scope.data;
          return { kind: scope.data.kind, name: zoneName(modelId, zoneId) ?? zoneId };
        }
        case "supplier": {
          const { supplierId } = scope.data;
          const supplier = suppliers.find(({ id }) => id === supplierId);
          return { kind: scope.data.kind, name: supplier?.name ?? supplierId };
        }
        case "period":
          return { kind: scope.data.kind, name: `${scope.data.from} – ${scope.data.to}` };
      }
    }
  });
}
