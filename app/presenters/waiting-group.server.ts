import { type Action, mayDo } from "~/domain/access/permissions";
import type { QueueEntry, QueueKind, QueueParty } from "~/domain/procurement/queue";
import type { Caller } from "~/use-cases/use-case.server";

/** So many of each kind are looked at; beyond it the queue says that it is cut. */
export const WAITING_BOUND = 500;

/** All that waits of one kind; `isCut` where there is more than the bound. */
export type WaitingGroup = {
  kind: QueueKind;
  entries: ReadonlyArray<Omit<QueueEntry, "kind" | "key">>;
  isCut: boolean;
};
export function partyFor({ actor }: Caller, action: Action): QueueParty {
  return mayDo(actor, action) ? "role" : "others";
}

export const NOWHERE = { modelId: null, zone: null, supplier: null, dueOn: null };
