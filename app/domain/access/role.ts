/** An organisation stands on one side of the line; roles exist per side. */
export const ORGANISATION_KINDS = ["hospital", "supplier"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const HOSPITAL_ROLES = [
  "administrator",
  "security-engineer",
  "security-lead",
  "procurement-officer",
  "auditor",
] as const;
export const SUPPLIER_ROLES = ["administrator", "contributor", "signatory"] as const;

export type HospitalRole = (typeof HOSPITAL_ROLES)[number];
export type SupplierRole = (typeof SUPPLIER_ROLES)[number];
export type Role = HospitalRole | SupplierRole;

export function rolesOf(kind: OrganisationKind): ReadonlyArray<Role> {
  return kind === "hospital" ? HOSPITAL_ROLES : SUPPLIER_ROLES;
}

/** Who is acting: one person, for one organisation at a time. */
export type Actor = {
  personId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  roles: ReadonlyArray<Role>;
};
