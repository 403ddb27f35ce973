import { type HospitalDuty, isQueued, queueOf } from "~/domain/access/overview";
import { cutUnder, lastDayOf, narrowQueue, WHOLE_QUEUE } from "~/domain/procurement/queue";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { sectionOf } from "./overview-entries.server";
import { listWaitingEntries } from "./waiting-entries.server";

type Duty = { key: HospitalDuty; isMine: boolean };

/** Those of the sections that the queue has too: counted by what fills it, so that a number is never another one there. */
export async function presentQueueDuties(caller: Caller, duties: ReadonlyArray<Duty>) {
  const queued = duties.flatMap((duty) =>
    isQueued(duty.key) ? [{ duty, queue: queueOf(duty.key, duty.isMine) }] : [],
  );
  const today = toIsoDate(caller.now);
  const kinds = queued.map(({ queue }) => queue.kind);
  const dues = queued.flatMap(({ queue }) => (queue.kind === "condition" ? [queue.due] : []));
  const { entries, cut } = await listWaitingEntries(caller, {
    ...{ revisions: [], kinds, conditionsUntil: lastDayOf(dues, today) },
  });
  return queued.map(({ duty, queue }) => {
    const filter = { ...WHOLE_QUEUE, ...queue };
    const waiting = narrowQueue(entries, filter, today);
    return sectionOf(
      duty,
      waiting.map(({ id, title, about, zone, dueOn, since }) => ({
        ...{ id, title, date: dueOn ?? since },
        about: [zone?.name, about].filter(Boolean).join(" · "),
      })),
      { isCut: cutUnder(filter, entries, cut, today).length > 0 },
    );
  });
}
