import { count, eq, inArray } from "drizzle-orm";
import type { Db } from "../client";
import { people } from "../schema";

export type Person = {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  createdAt: Date;
};

/** People are not bound to one organisation; by e-mail they are found only to sign in or to accept an invitation. */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  const [person] = await db.select().from(people).where(eq(people.email, email.toLowerCase()));
  return person;
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const [person] = await db.select().from(people).where(eq(people.id, id));
  return person;
}

/** Names to show beside references; unknown ids are left out. */
export async function listPeopleByIds(
  db: Db,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyArray<{ id: string; name: string }>> {
  if (ids.length === 0) return [];
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
}

export async function countPeople(db: Db): Promise<number> {
  const [row] = await db.select({ count: count() }).from(people);
  return row?.count ?? 0;
}

export async function saveNewPerson(db: Db, person: Person): Promise<void> {
  await db.insert(people).values({ ...person, email: person.email.toLowerCase() });
}

export async function savePasswordHash(db: Db, personId: string, passwordHash: string): Promise<void> {
  await db.update(people).set({ passwordHash }).where(eq(people.id, personId));
}
