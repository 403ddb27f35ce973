import type { Actor, OrganisationKind, Role } from "~/domain/access/role";

/** Printed at every start: it protects nothing, and the demo refuses to run where others could reach it. */
export const DEMO_PASSWORD = "cordon-demo-2026";

export const DEMO_HOSPITAL = { id: "demo-hospital", name: "Nemocnice Demo" } as const;

/** An invented person. Ids are fixed, so that whoever acts can be named without asking the database. */
export type DemoPerson = {
  id: string;
  name: string;
  email: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  roles: ReadonlyArray<Role>;
};

export const HOSPITAL_PEOPLE = {
  administrator: atTheHospital("administrator", "Alena Vzorová", "administrator"),
  engineer: atTheHospital("engineer", "Tomáš Příklad", "security-engineer"),
  secondEngineer: atTheHospital("second.engineer", "Hana Modelová", "security-engineer"),
  lead: atTheHospital("lead", "Martin Smyšlený", "security-lead"),
  procurement: atTheHospital("procurement", "Iva Ukázková", "procurement-officer"),
  auditor: atTheHospital("auditor", "Pavel Zkušební", "auditor"),
} as const;

/** `name` is the supplier's name in the catalogue of sample products. */
export type DemoSupplier = { id: string; name: string; person: DemoPerson };

export const DEMO_SUPPLIERS = [
  supplier("fiktiva-medtech", "Fiktiva MedTech s.r.o.", "Jana Vymyšlená"),
  supplier("nordlys-monitoring", "Nordlys Monitoring AS (fictional)", "Ingrid Eksempel"),
  supplier("imago-systems", "Imago Systems GmbH (fictional)", "Max Mustermann"),
  supplier("archiva-software", "Archiva Software a.s. (fictional)", "Petr Domnělý"),
  supplier("analytika-diagnostics", "Analytika Diagnostics KK (fictional)", "Taro Yamada"),
  supplier("stavotronik", "Stavotronik a.s. (fictional)", "Karel Náhradní"),
  supplier("kladivo-networks", "Kladivo Networks s.r.o. (fictional)", "Eva Příkladová"),
  supplier("wearwell-health", "Wearwell Health Oy (fictional)", "Matti Meikäläinen"),
  supplier("lumen-ai", "Lumen AI Diagnostics Ltd (fictional)", "Alex Sample"),
  supplier("datove-mosty", "Datove Mosty a.s. (fictional)", "Lenka Zástupná"),
  supplier("plynotech", "Plynotech s.r.o. (fictional)", "Ondřej Vzorný"),
] as const satisfies ReadonlyArray<DemoSupplier>;

/** The people to try the portal with; every other one of the demo has the same password. */
export const DEMO_SIGN_INS: ReadonlyArray<{ email: string; password: string; what: string }> = [
  signIn(HOSPITAL_PEOPLE.engineer, "hospital: security engineer, draws zones and submits revisions"),
  signIn(HOSPITAL_PEOPLE.secondEngineer, "hospital: a second engineer, for four eyes"),
  signIn(HOSPITAL_PEOPLE.lead, "hospital: security lead, approves revisions"),
  signIn(HOSPITAL_PEOPLE.procurement, "hospital: procurement, asks suppliers and decides"),
  signIn(HOSPITAL_PEOPLE.auditor, "hospital: auditor, reads everything"),
  signIn(HOSPITAL_PEOPLE.administrator, "hospital: administrator, members and roles"),
  signIn(DEMO_SUPPLIERS[0].person, "supplier: Fiktiva MedTech, two products, a new request"),
  signIn(DEMO_SUPPLIERS[9].person, "supplier: Datove Mosty, a declaration came back"),
];

export function actorOf({ id, organisationId, organisationKind, roles }: DemoPerson): Actor {
  return { personId: id, organisationId, organisationKind, roles };
}

function atTheHospital(account: string, name: string, role: Role): DemoPerson {
  return {
    id: `demo-${account.replace(".", "-")}`,
    name,
    email: `${account}@demo-hospital.example`,
    organisationId: DEMO_HOSPITAL.id,
    organisationKind: "hospital",
    roles: [role],
  };
}

function supplier(slug: string, name: string, personName: string): DemoSupplier {
  const id = `demo-${slug}`;
  const person: DemoPerson = {
    id: `${id}-person`,
    name: personName,
    email: `declarations@${slug}.example`,
    organisationId: id,
    organisationKind: "supplier",
    roles: ["administrator", "contributor", "signatory"],
  };
  return { id, name, person };
}

function signIn({ email }: DemoPerson, what: string) {
  return { email, password: DEMO_PASSWORD, what };
}
