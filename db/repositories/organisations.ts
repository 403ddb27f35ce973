import { and, asc, eq } from "drizzle-orm";
import type { OrganisationKind, Role } from "~/domain/access/role";
import type { Db } from "../client";
import { memberships, organisations, people } from "../schema";

export type Organisation = {
  id: string;
  kind: OrganisationKind;
  name: string;
  isDemo: boolean;
  createdAt: Date;
};
export type MemberState = "active" | "suspended" | "left";
export type Member = {
  personId: string;
  name: string;
  email: string;
  roles: ReadonlyArray<Role>;
  state: MemberState;
  createdAt: Date;
};

export async function findOrganisation(db: Db, id: string): Promise<Organisation | undefined> {
  const [organisation] = await db.select().from(organisations).where(eq(organisations.id, id));
  return organisation;
}

/** Every supplier of the portal by name: whom a hospital may ask. */
export async function listSuppliers(db: Db): Promise<ReadonlyArray<{ id: string; name: string }>> {
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.kind, "supplier"))
    .orderBy(asc(organisations.name));
}

export async function saveNewOrganisation(db: Db, organisation: Organisation): Promise<void> {
  await db.insert(organisations).values(organisation);
}

export async function listMembers(db: Db, organisationId: string): Promise<ReadonlyArray<Member>> {
  return db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      roles: memberships.roles,
      state: memberships.state,
      createdAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(people.name));
}

export async function findMember(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<Member | undefined> {
  const members = await listMembers(db, organisationId);
  return members.find((member) => member.personId === personId);
}

/** Adds a member or replaces roles and state of one. */
export async function saveMember(
  db: Db,
  organisationId: string,
  member: Pick<Member, "personId" | "roles" | "state" | "createdAt">,
): Promise<void> {
  await db
    .insert(memberships)
    .values({ organisationId, ...member })
    .onConflictDoUpdate({
      target: [memberships.organisationId, memberships.personId],
      set: { roles: member.roles, state: member.state },
    });
}

/** True where the person may act for the organisation now. */
export async function isActiveMember(db: Db, organisationId: string, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ state: memberships.state })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId)));
  return row?.state === "active";
}
