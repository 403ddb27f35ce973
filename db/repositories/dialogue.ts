import { and, asc, count, desc, eq, exists, inArray, ne, or } from "drizzle-orm";
import type { Side, Standing } from "~/domain/dialogue/dialogue";
import type { Db } from "../client";
import { dialogueMessages, dialogueThreads, intakeRequests, organisations, people } from "../schema";

/** Who looks: a hospital at threads of its own requests, a supplier at those of requests it received. */
export type Party = { side: Side; organisationId: string };

/** One question with its answers. Of `organisationId`, the asking hospital of the request. */
export type Thread = Standing & {
  organisationId: string;
  id: string;
  requestId: string;
  findingId: string | null;
  /** The version that the finding was about, and whose it is. */
  supplierId: string | null;
  declarationId: string | null;
  createdAt: Date;
  updatedAt: Date;
};

export type ThreadMessage = {
  organisationId: string;
  threadId: string;
  number: number;
  side: Side;
  personId: string;
  text: string;
  createdAt: Date;
};

/** As one side reads it: of the other side's people there is no name. */
export type ReadMessage = Pick<ThreadMessage, "number" | "side" | "text" | "createdAt"> & {
  personName: string | null;
};

export async function saveNewThread(db: Db, thread: Thread): Promise<void> {
  await db.insert(dialogueThreads).values(thread);
}

export async function saveNewMessage(db: Db, message: ThreadMessage): Promise<void> {
  await db.insert(dialogueMessages).values(message);
}

export async function saveThreadState(
  db: Db,
  { organisationId, id }: Pick<Thread, "organisationId" | "id">,
  change: Pick<Thread, "state" | "updatedAt">,
): Promise<void> {
  await db
    .update(dialogueThreads)
    .set({ state: change.state, updatedAt: change.updatedAt })
    .where(and(eq(dialogueThreads.organisationId, organisationId), eq(dialogueThreads.id, id)));
}

/** Undefined where there is none or it is between others. */
export async function findThread(
  db: Db,
  party: Party,
  { requestId, id }: { requestId: string; id: string },
): Promise<Thread | undefined> {
  const [row] = await db
    .select()
    .from(dialogueThreads)
    .where(and(isOf(db, party), eq(dialogueThreads.requestId, requestId), eq(dialogueThreads.id, id)));
  return row;
}

export async function countThreads(db: Db, party: Party, requestId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(dialogueThreads)
    .where(and(isOf(db, party), eq(dialogueThreads.requestId, requestId)));
  return row?.count ?? 0;
}

export async function countMessages(
  db: Db,
  { organisationId, id }: Pick<Thread, "organisationId" | "id">,
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(dialogueMessages)
    .where(and(eq(dialogueMessages.organisationId, organisationId), eq(dialogueMessages.threadId, id)));
  return row?.count ?? 0;
}

/** Every thread of a request in the order in which it was asked, with what was said. */
export async function listThreads(
  db: Db,
  party: Party,
  requestId: string,
): Promise<ReadonlyArray<Thread & { messages: ReadonlyArray<ReadMessage> }>> {
  const threads = await db
    .select()
    .from(dialogueThreads)
    .where(and(isOf(db, party), eq(dialogueThreads.requestId, requestId)))
    .orderBy(asc(dialogueThreads.createdAt), asc(dialogueThreads.id));
  if (threads.length === 0) return [];
  const messages = await db
    .select({
      threadId: dialogueMessages.threadId,
      number: dialogueMessages.number,
      side: dialogueMessages.side,
      text: dialogueMessages.text,
      createdAt: dialogueMessages.createdAt,
      personName: people.name,
    })
    .from(dialogueMessages)
    // Names of the other side's people are not read, so that they cannot be shown.
    .leftJoin(people, and(eq(people.id, dialogueMessages.personId), eq(dialogueMessages.side, party.side)))
    .where(
      and(
        inArray(dialogueMessages.organisationId, [...new Set(threads.map((one) => one.organisationId))]),
        inArray(
          dialogueMessages.threadId,
          threads.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(dialogueMessages.number));
  return threads.map((thread) => ({
    ...thread,
    messages: messages
      .filter(({ threadId }) => threadId === thread.id)
      .map(({ threadId: _, ...message }) => message),
  }));
}

export type WaitingThread = Pick<
  Thread,
  "id" | "requestId" | "state" | "askedBy" | "findingId" | "updatedAt"
> & {
  subject: string;
  /** The hospital for a supplier, the supplier for a hospital. */
  otherName: string;
};

/**
 * Threads in which this side has something to do, longest waiting first: what the other asked and nobody answered, what
 * the other answered and nobody settled. Of requests that were declined or withdrawn nothing is waiting.
 */
export async function listWaitingThreads(
  db: Db,
  party: Party,
  limit: number,
): Promise<ReadonlyArray<WaitingThread>> {
  const { side } = party;
  const other = side === "hospital" ? intakeRequests.supplierId : intakeRequests.organisationId;
  return db
    .select({
      id: dialogueThreads.id,
      requestId: dialogueThreads.requestId,
      state: dialogueThreads.state,
      askedBy: dialogueThreads.askedBy,
      findingId: dialogueThreads.findingId,
      updatedAt: dialogueThreads.updatedAt,
      subject: intakeRequests.subject,
      otherName: organisations.name,
    })
    .from(dialogueThreads)
    .innerJoin(
      intakeRequests,
      and(
        eq(intakeRequests.organisationId, dialogueThreads.organisationId),
        eq(intakeRequests.id, dialogueThreads.requestId),
        inArray(intakeRequests.state, ["sent", "accepted", "declared", "decided"]),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, other))
    .where(
      and(
        isOf(db, party),
        or(
          and(eq(dialogueThreads.state, "open"), ne(dialogueThreads.askedBy, side)),
          and(eq(dialogueThreads.state, "answered"), eq(dialogueThreads.askedBy, side)),
        ),
      ),
    )
    .orderBy(asc(dialogueThreads.updatedAt), desc(dialogueThreads.id))
    .limit(limit);
}

/** Who answers a request may change until somebody does: the request says whose its threads are. */
function isOf(db: Db, { side, organisationId }: Party) {
  if (side === "hospital") return eq(dialogueThreads.organisationId, organisationId);
  return exists(
    db
      .select({ id: intakeRequests.id })
      .from(intakeRequests)
      .where(
        and(
          eq(intakeRequests.organisationId, dialogueThreads.organisationId),
          eq(intakeRequests.id, dialogueThreads.requestId),
          eq(intakeRequests.supplierId, organisationId),
        ),
      ),
  );
}
