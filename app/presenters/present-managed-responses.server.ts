import { RESPONSES } from "~/domain/management/supplier-response";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { pageOf } from "./page-of.server";
import { bySupplier, listResponses } from "./supplier-responses.server";

const PAGE = 50;

export type ManagedResponsesQuery = {
  supplier: string | null;
  response: string | null;
  page: number | undefined;
};

/** Requests of two years by how their suppliers answered, newest first. */
export async function presentManagedResponses(caller: Caller, query: ManagedResponsesQuery) {
  requirePermission(caller.actor, "management.read");
  const all = await listResponses(caller);
  const response = RESPONSES.find((one) => one === query.response) ?? null;
  const ofSupplier = all.filter(({ supplierId }) => query.supplier === null || supplierId === query.supplier);
  const wanted = ofSupplier.filter((one) => response === null || one.response === response);
  const { entries, paging } = pageOf(wanted, PAGE, query.page);
  return {
    requests: entries,
    paging,
    filter: { supplier: query.supplier, response },
    suppliers: bySupplier(all).map(({ id, name }) => ({ id, name })),
  };
}
