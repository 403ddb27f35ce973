import { expect, test } from "vitest";
import { ACTIONS, type Action, mayDo, sideOf } from "~/domain/access/permissions";
import {
  HOSPITAL_ROLES,
  ORGANISATION_KINDS,
  type OrganisationKind,
  type Role,
  rolesOf,
} from "~/domain/access/role";

const isReading = (action: Action) => /\.(read|list|export)$/.test(action);
const granted = (organisationKind: OrganisationKind, role: Role) =>
  ACTIONS.filter((action) => mayDo({ organisationKind, roles: [role] }, action));

test("somebody may do every action", () => {
  const nobodys = ACTIONS.filter(
    (action) =>
      !ORGANISATION_KINDS.some((kind) => rolesOf(kind).some((role) => granted(kind, role).includes(action))),
  );
  expect(nobodys).toEqual([]);
});

test("without a role nothing is allowed, not even on one's own side", () => {
  for (const organisationKind of ORGANISATION_KINDS)
    expect(ACTIONS.filter((action) => mayDo({ organisationKind, roles: [] }, action))).toEqual([]);
});

test("no role reaches across the line", () => {
  for (const kind of ORGANISATION_KINDS)
    for (const role of rolesOf(kind))
      expect(
        granted(kind, role).filter((action) => sideOf(action) !== "both" && sideOf(action) !== kind),
      ).toEqual([]);
});

test("a role of the other side gives nothing, however it got there", () => {
  expect(granted("hospital", "signatory").filter((action) => sideOf(action) === "supplier")).toEqual([]);
  expect(
    granted("supplier", "procurement-officer").filter((action) => sideOf(action) === "hospital"),
  ).toEqual([]);
});

test("an auditor reads everything of the hospital and changes nothing", () => {
  const reading = ACTIONS.filter((action) => isReading(action) && sideOf(action) !== "supplier");
  expect(granted("hospital", "auditor").toSorted()).toEqual(reading.toSorted());
});

test("only procurement records decisions, only a signatory signs", () => {
  expect(HOSPITAL_ROLES.filter((role) => granted("hospital", role).includes("decision.record"))).toEqual([
    "procurement-officer",
  ]);
  expect(
    rolesOf("supplier").filter((role) => granted("supplier", role).includes("declaration.sign")),
  ).toEqual(["signatory"]);
});

test("everyone but an auditor speaks with the other side, and an auditor with another role too", () => {
  const speaking = (["question.ask", "question.write", "question.settle", "question.reopen"] as const).map(
    (action) => [
      ...HOSPITAL_ROLES.filter((role) => granted("hospital", role).includes(action)),
      ...rolesOf("supplier").filter((role) => granted("supplier", role).includes(action)),
    ],
  );
  const everyone = [...HOSPITAL_ROLES.filter((role) => role !== "auditor"), ...rolesOf("supplier")];
  expect(speaking).toEqual([everyone, everyone, everyone, everyone]);
  const both = { organisationKind: "hospital" as const, roles: ["auditor", "procurement-officer"] as const };
  expect(mayDo(both, "question.ask")).toBe(true);
});

test("only a security lead sets the policy, and everybody of the hospital reads it", () => {
  expect(HOSPITAL_ROLES.filter((role) => granted("hospital", role).includes("policy.set"))).toEqual([
    "security-lead",
  ]);
  expect(HOSPITAL_ROLES.filter((role) => granted("hospital", role).includes("policy.read"))).toEqual(
    HOSPITAL_ROLES,
  );
});

test("several roles add up and take nothing away", () => {
  const both = ACTIONS.filter((action) =>
    mayDo({ organisationKind: "hospital", roles: ["auditor", "procurement-officer"] }, action),
  );
  expect(both).toEqual(
    ACTIONS.filter(
      (action) =>
        granted("hospital", "auditor").includes(action) ||
        granted("hospital", "procurement-officer").includes(action),
    ),
  );
});
