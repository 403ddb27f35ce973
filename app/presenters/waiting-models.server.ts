import type { Caller } from "~/use-cases/use-case.server";
import { listCommentNotices, listReturnedTo } from "~db/repositories/comment-notices";
import { listSubmittedModels } from "~db/repositories/zone-models";
import { NOWHERE, partyFor, WAITING_BOUND, type WaitingGroup } from "./waiting-group.server";

export async function submittedGroup(caller: Caller): Promise<ReadonlyArray<WaitingGroup>> {
  const { actor, database } = caller;
  const limit = WAITING_BOUND + 1;
  const submitted = await listSubmittedModels(database.read, actor.organisationId, { limit });
  return [
    {
      ...{ kind: "submitted-revision", isCut: submitted.length > WAITING_BOUND },
      entries: submitted.slice(0, WAITING_BOUND).map((one) => ({
        ...{ ...NOWHERE, id: one.id, modelId: one.id, title: one.name, about: one.siteName },
        // Four eyes: what somebody submitted waits for anybody else.
        party: one.submittedBy === actor.personId ? "others" : partyFor(caller, "revision.approve"),
        since: (one.submittedAt ?? one.updatedAt).toISOString(),
      })),
    },
  ];
}

export async function returnedGroup({ actor, database }: Caller): Promise<ReadonlyArray<WaitingGroup>> {
  const returned = await listReturnedTo(database.read, actor.organisationId, actor.personId);
  return [
    {
      ...{ kind: "returned-submission", isCut: false },
      entries: returned.map((one) => ({
        ...{ ...NOWHERE, id: one.modelId, modelId: one.modelId, party: "me", title: one.modelName },
        ...{ about: one.returnComment, since: one.at.toISOString() },
      })),
    },
  ];
}

export async function commentGroup({ actor, database }: Caller): Promise<ReadonlyArray<WaitingGroup>> {
  const { notices, isCut } = await listCommentNotices(database.read, actor.organisationId, actor.personId);
  return [
    {
      ...{ kind: "comment", isCut },
      entries: notices.map((one) => ({
        ...{ ...NOWHERE, id: one.modelId, modelId: one.modelId, party: "me" },
        ...{ title: one.elementName || one.modelName, since: one.at.toISOString() },
        about: one.elementName ? `${one.modelName} · ${one.siteName}` : one.siteName,
      })),
    },
  ];
}
