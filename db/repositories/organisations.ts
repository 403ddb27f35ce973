import { and, asc, eq, exists, isNull, or } from "drizzle-orm";
import type { OrganisationKind, Role } from "~/domain/access/role";
import type { Db } from "../client";
import { memberships, organisations, people } from "../schema";

export type Organisation = {
  id: string;
  kind: OrganisationKind;
  name: string;
  isDemo: boolean;
  /** The hospital that has named this supplier to ask it; null where it came by itself. */
  introducedBy: string | null;
  createdAt: Date;
};
type NewOrganisation = Omit<Organisation, "introducedBy"> & { introducedBy?: string | null };
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

/**
 * The suppliers of the portal by name: whom a hospital may ask. One that somebody has only named is seen by the
 * hospital that did, until a person of it has joined: whom a hospital asks is its own affair.
 */
export async function listSuppliers(
  db: Db,
  hospitalId: string,
): Promise<ReadonlyArray<{ id: string; name: string }>> {
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(
      and(
        eq(organisations.kind, "supplier"),
        or(
          isNull(organisations.introducedBy),
          eq(organisations.introducedBy, hospitalId),
          exists(
            db
              .select({ personId: memberships.personId })
              .from(memberships)
              .where(eq(memberships.organisationId, organisations.id)),
          ),
        ),
      ),
    )
    .orderBy(asc(organisations.name));
}

/** True where anybody belongs to it or ever did. */
export async function hasMembers(db: Db, organisationId: string): Promise<boolean> {
  return (await db.$count(memberships, eq(memberships.organisationId, organisationId))) > 0;
}

/** True where a supplier that people have joined goes by this name, in any spelling of its letters' case. */
export async function isSupplierName(db: Db, name: string): Promise<boolean> {
  const joined = await db
    .selectDistinct({ name: organisations.name })
    .from(organisations)
    .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
    .where(eq(organisations.kind, "supplier"));
  return joined.some((one) => one.name.toLowerCase() === name.toLowerCase());
}

export async function renameOrganisation(db: Db, id: string, name: string): Promise<void> {
  await db.update(organisations).set({ name }).where(eq(organisations.id, id));
}

/** An organisation that was only named and to which nothing points any more, with its invitations. */
export async function deleteOrganisation(db: Db, id: string): Promise<void> {
  await db.delete(organisations).where(eq(organisations.id, id));
}

export async function saveNewOrganisation(db: Db, organisation: NewOrganisation): Promise<void> {
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
