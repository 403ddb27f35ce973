import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  ALONE_MS,
  IN_COMPANY_MS,
  openVisit,
  SELECT_MS,
  type VisitAnswer,
} from "~/diagram/editing/open-visit";
import type { ElementRef } from "~/domain/zone-model/zone-model";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ben = { personName: "Ben", isSelf: false, element: null };

function aVisit(answer: () => VisitAnswer | undefined) {
  const asked: Array<{ element: ElementRef | null; since: number }> = [];
  const [leave, onVisits, onNews] = [vi.fn(), vi.fn(), vi.fn()];
  const visit = openVisit({
    renew: async (state) => {
      asked.push(state);
      return answer();
    },
    ...{ leave, onVisits, onNews, version: () => 7 },
  });
  return { visit, asked, leave, onVisits, onNews };
}

test("alone it asks every ten seconds, in company every five", async () => {
  let visits: VisitAnswer["visits"] = [];
  const { visit, asked, onVisits } = aVisit(() => ({ visits, news: null }));
  visit.open();
  await vi.advanceTimersByTimeAsync(ALONE_MS - 1);
  expect(asked).toEqual([{ element: null, since: 7 }]);
  visits = [ben];
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveLength(2);
  expect(onVisits).toHaveBeenLastCalledWith([ben]);
  await vi.advanceTimersByTimeAsync(2 * IN_COMPANY_MS);
  expect(asked).toHaveLength(4);
});

test("a selection is told soon, once it has settled", async () => {
  const { visit, asked } = aVisit(() => ({ visits: [], news: null }));
  visit.open();
  await vi.advanceTimersByTimeAsync(10);
  visit.select({ kind: "zone", id: "a" });
  visit.select({ kind: "zone", id: "b" });
  visit.select({ kind: "zone", id: "b" });
  await vi.advanceTimersByTimeAsync(SELECT_MS);
  expect(asked.map(({ element }) => element?.id)).toEqual([undefined, "b"]);
});

test("what others saved comes with the answer", async () => {
  const news = { version: 8, isComplete: true, edits: [] };
  const { visit, onNews } = aVisit(() => ({ visits: [ben], news }));
  visit.open();
  await vi.advanceTimersByTimeAsync(1);
  expect(onNews).toHaveBeenCalledWith(news);
});

test("a page that is hidden says so, forgets the others and asks no more until it is looked at", async () => {
  const { visit, asked, leave, onVisits } = aVisit(() => ({ visits: [ben], news: null }));
  visit.open();
  await vi.advanceTimersByTimeAsync(1);
  visit.close();
  visit.close();
  expect(leave).toHaveBeenCalledTimes(1);
  expect(onVisits).toHaveBeenLastCalledWith([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
  visit.open();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveLength(2);
});

test("while the portal does not answer it goes on asking, and nobody is taken for gone", async () => {
  let answer: VisitAnswer | undefined = { visits: [ben], news: null };
  const { visit, asked, onVisits } = aVisit(() => answer);
  visit.open();
  await vi.advanceTimersByTimeAsync(1);
  answer = undefined;
  await vi.advanceTimersByTimeAsync(2 * IN_COMPANY_MS);
  expect(asked).toHaveLength(3);
  expect(onVisits).toHaveBeenCalledTimes(1);
});
