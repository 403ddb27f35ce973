import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hospitalListOf } from "~/components/overview/hospital-places";
import { SUPPLIER_LISTS } from "~/components/overview/supplier-places";
import { HOSPITAL_DUTIES, SUPPLIER_DUTIES } from "~/domain/access/overview";
import { paths } from "~/paths";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";
import { hashPassword } from "~/use-cases/accounts/password.server";
import type { Caller } from "~/use-cases/use-case.server";
import { people } from "~db/schema";
import { aPortal, PASSWORD, postForm } from "../builders/portal";
import { aBusyDay } from "./busy-day";

const portal = aPortal();

type Numbered = { key: string; list: string; count: number };

async function cookieOf({ actor }: Caller): Promise<string> {
  const passwordHash = await hashPassword(PASSWORD);
  await portal().database.transaction((db) =>
    db.update(people).set({ passwordHash }).where(eq(people.id, actor.personId)),
  );
  const email = `${actor.personId}@example.test`;
  const answer = await postForm(portal(), paths.signIn(), { email, password: PASSWORD });
  return answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

/** The rows of the list that a page is about: the measures have tables of their progress besides. */
function rowsOf(page: string): number {
  const tables = page.split("<table").slice(1);
  const named = tables.find((table) => /<caption[^>]*>Measures</.test(table)) ?? tables.at(-1) ?? "";
  const body = /<tbody[^>]*>(.*?)<\/tbody>/s.exec(named)?.[1] ?? "";
  return body.split("<tr").length - 1;
}

/** What the overview says, and what its lists hold, by role and kind. */
async function compared(
  callers: ReadonlyArray<Caller>,
  numbersOf: (caller: Caller) => Promise<Array<Numbered>>,
) {
  const [said, held] = [new Map<string, number>(), new Map<string, number>()];
  for (const caller of callers) {
    const cookie = await cookieOf(caller);
    const home = caller.actor.organisationKind === "hospital" ? paths.hospital() : paths.supplier();
    const overview = await (await portal().request(home, { cookie })).text();
    for (const { key, list, count } of await numbersOf(caller)) {
      const name = `${caller.actor.roles.join("+")}: ${key}`;
      said.set(name, count);
      const answer = await portal().request(list, { cookie });
      held.set(name, answer.status === 200 ? rowsOf(await answer.text()) : -answer.status);
      if (count > 0) expect(overview, name).toContain(`href="${list.replaceAll("&", "&amp;")}"`);
    }
  }
  return { said: Object.fromEntries(said), held: Object.fromEntries(held) };
}

test("every number of every role's overview is the number of rows of the list it opens", async () => {
  const day = await aBusyDay(portal().database);
  portal().setNow(day.hospital[0]?.now ?? expect.fail());
  const hospital = await compared(day.hospital, async (caller) => {
    const { sections, recent } = await presentHospitalOverview(caller);
    return [
      ...sections.map(({ key, isMine, count }) => ({ key, count, list: hospitalListOf(key, isMine) })),
      { key: "recent", count: recent.count, list: paths.changes({ results: "changed", since: "week" }) },
    ];
  });
  expect(hospital.said).toEqual(hospital.held);
  const supplier = await compared(day.supplier, async (caller) => {
    const { sections, open } = await presentSupplierOverview(caller);
    return [
      ...sections.map(({ key, count }) => ({ key, count, list: SUPPLIER_LISTS[key] })),
      { key: "open", count: open.count, list: paths.receivedRequests({ show: "open" }) },
    ];
  });
  expect(supplier.said).toEqual(supplier.held);
  // Nothing was compared with nothing alone.
  const told = ({ said }: typeof hospital) =>
    new Set(Object.entries(said).flatMap(([name, count]) => (count > 0 ? [name.split(": ")[1]] : [])));
  expect(told(hospital)).toEqual(new Set([...Object.keys(HOSPITAL_DUTIES), "recent"]));
  expect(told(supplier)).toEqual(new Set([...Object.keys(SUPPLIER_DUTIES), "open"]));
});
