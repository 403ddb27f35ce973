import type { OrganisationKind } from "~/domain/access/role";
import { appendAuditEntry } from "~db/repositories/audit";
import { saveMember, saveNewOrganisation } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { DEMO_HOSPITAL, DEMO_SUPPLIERS, type DemoPerson, HOSPITAL_PEOPLE } from "./people";
import { type Demo, momentOf } from "./timetable";

/**
 * Organisations and people. The only part that goes past the use cases: those would ask for an empty portal, an
 * invitation and a password for everyone. What they would tell the audit trail is told here.
 */
export async function enrolPeople(demo: Demo, passwordHash: string): Promise<void> {
  const people = Object.values(HOSPITAL_PEOPLE);
  await enrol(demo, { ...DEMO_HOSPITAL, kind: "hospital", people, passwordHash });
  for (const { id, name, person } of DEMO_SUPPLIERS)
    await enrol(demo, { id, name, kind: "supplier", people: [person], passwordHash });
}

type Enrolment = {
  id: string;
  name: string;
  kind: OrganisationKind;
  people: ReadonlyArray<DemoPerson>;
  passwordHash: string;
};

async function enrol(demo: Demo, { id, name, kind, people, passwordHash }: Enrolment): Promise<void> {
  const createdAt = momentOf(demo, 120, "08:00");
  await demo.database.transaction(async (db) => {
    await saveNewOrganisation(db, { id, kind, name, isDemo: true, createdAt });
    for (const person of people) {
      const { email, roles } = person;
      await saveNewPerson(db, { id: person.id, email, name: person.name, passwordHash, createdAt });
      await saveMember(db, id, { personId: person.id, roles, state: "active", createdAt });
    }
    await appendAuditEntry(db, {
      at: createdAt,
      action: "organisation.create",
      personId: people.find(({ roles }) => roles.includes("administrator"))?.id ?? null,
      organisationId: id,
      subjectId: id,
      details: { demo: true },
    });
  });
}
