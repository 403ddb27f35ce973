import type { Actor, HospitalRole, OrganisationKind, SupplierRole } from "./role";

type HospitalGrant = { side: "hospital"; roles: ReadonlyArray<HospitalRole> };
type SupplierGrant = { side: "supplier"; roles: ReadonlyArray<SupplierRole> };
/**
 * Where `stepUp` is true, the password must have been given a moment ago: what binds the organisation, lets somebody in,
 * makes a key or takes a file along.
 */
type Grant = { stepUp?: true } & (
  | HospitalGrant
  | SupplierGrant
  | { side: "both"; roles: "administrator" | "everyone" | "everyone-but-auditors" }
  /** Each side with roles of its own. */
  | { side: "both"; roles: { hospital: ReadonlyArray<HospitalRole>; supplier: ReadonlyArray<SupplierRole> } }
);

const everyHospitalRole: HospitalGrant = {
  side: "hospital",
  roles: ["administrator", "security-engineer", "security-lead", "procurement-officer", "auditor"],
};
/** A file that leaves the portal is out of its hands: whoever found a screen unlocked takes none along. */
const takenByHospital = { ...everyHospitalRole, stepUp: true } as const;
const drawing: HospitalGrant = { side: "hospital", roles: ["security-engineer", "security-lead"] };
const keeping: HospitalGrant = {
  side: "hospital",
  roles: ["administrator", "security-engineer", "security-lead", "procurement-officer"],
};
const buying: HospitalGrant = { side: "hospital", roles: ["procurement-officer"] };
const everySupplierRole: SupplierGrant = {
  side: "supplier",
  roles: ["administrator", "contributor", "signatory"],
};

/**
 * Who may do what: the only permission table. Every use case, presenter and download names one of these
 * actions; an auditor reads everything of the hospital and changes nothing.
 */
export const PERMISSIONS = {
  "organisation.read": { side: "both", roles: "everyone" },
  "member.list": { side: "both", roles: "everyone" },
  "member.invite": { side: "both", stepUp: true, roles: "administrator" },
  "member.revoke-invitation": { side: "both", roles: "administrator" },
  "member.update": { side: "both", stepUp: true, roles: "administrator" },
  /** Letters that did not arrive; those that do not concern requests are for whoever invites, and for the auditor. */
  "letter.list": {
    side: "both",
    roles: {
      hospital: ["administrator", "security-lead", "procurement-officer", "auditor"],
      supplier: ["administrator"],
    },
  },
  /** Only in the demo, whose people are invented: elsewhere the page does not exist. */
  "demo-mailbox.read": { side: "both", roles: "everyone" },
  "supplier.read": everyHospitalRole,
  "supplier.invite": { side: "hospital", roles: ["administrator", "procurement-officer"] },
  "audit.read": { side: "hospital", roles: ["administrator", "security-lead", "auditor"] },

  "site.create": drawing,
  "model.read": everyHospitalRole,
  /** Whoever reads a model may take it along; the log says who took what. */
  "model.export": takenByHospital,
  "model.create": drawing,
  "model.edit": drawing,
  "model.delete": { side: "hospital", roles: ["security-lead"] },
  "revision.read": everyHospitalRole,
  "revision.submit": drawing,
  "revision.approve": { ...drawing, stepUp: true },
  "revision.return": drawing,
  "revision.withdraw": drawing,
  /** Everyone of the hospital but the auditor, who changes nothing. */
  "comment.add": {
    side: "hospital",
    roles: ["administrator", "security-engineer", "security-lead", "procurement-officer"],
  },
  "comment.resolve": drawing,
  "comment.reopen": drawing,

  "profile.read": everyHospitalRole,
  /** What a zone class asks, as the package that goes with a tender; the log says who took it. */
  "profile.export": takenByHospital,
  "policy.read": everyHospitalRole,
  "policy.set": { side: "hospital", roles: ["security-lead"] },
  "risk-matrix.read": everyHospitalRole,
  "risk-matrix.set": { side: "hospital", roles: ["security-lead"] },
  "target.accept": { side: "hospital", roles: ["security-lead"] },
  "target.withdraw-acceptance": { side: "hospital", roles: ["security-lead"] },
  "request.read": everyHospitalRole,
  "request.create": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  "request.send-link": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  "request.withdraw": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  /** Whom else a hospital asks is never seen by a supplier. */
  "tender.read": everyHospitalRole,
  "tender.export": takenByHospital,
  "tender.create": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  "tender.reschedule": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  "tender.remind": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  "tender.close": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  "attachment.read": everyHospitalRole,
  "request-template.read": everyHospitalRole,
  "request-template.save": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  "request-template.rename": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  "request-template.delete": { side: "hospital", roles: ["procurement-officer", "security-lead"] },
  "assessment.read": everyHospitalRole,
  "saved-view.read": everyHospitalRole,
  /** Filters of one's own; the auditor changes nothing, not even these. */
  "saved-view.save": keeping,
  "saved-view.rename": keeping,
  "saved-view.delete": keeping,
  "saved-view.set-default": keeping,
  "saved-view.share": {
    side: "hospital",
    roles: ["administrator", "security-lead", "procurement-officer"],
  },
  /** What countermeasures take is the hospital's own: no supplier ever reads it. */
  "offer-note.read": everyHospitalRole,
  "offer-note.write": {
    side: "hospital",
    roles: ["security-engineer", "security-lead", "procurement-officer"],
  },
  "offer-comparison.export": takenByHospital,
  "countermeasure.read": everyHospitalRole,
  "countermeasure.propose": drawing,
  "countermeasure.decide": { side: "hospital", stepUp: true, roles: ["security-lead"] },
  "countermeasure.withdraw": drawing,
  "measure.read": everyHospitalRole,
  /** What the hospital itself does, for a zone or once for all: the programme is not the engineers' alone. */
  "measure.record": {
    side: "hospital",
    roles: ["administrator", "security-engineer", "security-lead"],
  },
  /** Whoever reads measures may take them along; the log says who did. */
  "measure.export": takenByHospital,
  /** Files that show a measure: added and taken back by who records it, read by everybody of the hospital. */
  "measure.attach": {
    side: "hospital",
    roles: ["administrator", "security-engineer", "security-lead"],
  },
  "measure.take-back-file": {
    side: "hospital",
    roles: ["administrator", "security-engineer", "security-lead"],
  },
  "measure-file.read": everyHospitalRole,
  "received-notice.read": everyHospitalRole,
  "incident.read": everyHospitalRole,
  /** What is recorded of an incident is the hospital's own: no supplier ever reads it. */
  "incident.open": { side: "hospital", roles: ["administrator", "security-engineer", "security-lead"] },
  "incident.record": { side: "hospital", roles: ["administrator", "security-engineer", "security-lead"] },
  "incident.add-measure": {
    side: "hospital",
    roles: ["administrator", "security-engineer", "security-lead"],
  },
  "incident.complete-measure": {
    side: "hospital",
    roles: ["administrator", "security-engineer", "security-lead"],
  },
  /** Whoever reads a record may take the report along; the log says who did. */
  "incident.export": takenByHospital,
  "exception.read": everyHospitalRole,
  "exception.request": { side: "hospital", roles: ["procurement-officer", "security-engineer"] },
  "exception.withdraw": { side: "hospital", roles: ["procurement-officer", "security-engineer"] },
  /** Besides, never by the person who asked. */
  "exception.decide": { side: "hospital", stepUp: true, roles: ["security-lead"] },
  "exception.revoke": { side: "hospital", stepUp: true, roles: ["security-lead"] },
  "exception.review": drawing,
  "reassessment.read": everyHospitalRole,
  "decision.read": everyHospitalRole,
  "register.read": everyHospitalRole,
  /** Whoever reads the register may take it along; the log says who did. */
  "register.export": takenByHospital,
  /** Numbers over what every role of the hospital may read one by one. */
  "management.read": everyHospitalRole,
  /** Whoever reads the numbers may take them along; the log says who did. */
  "management.export": takenByHospital,
  "calendar.read": everyHospitalRole,
  /** Whoever reads the calendar may take it along; the log says who did. */
  "calendar.export": takenByHospital,
  /** An address for one's own calendar program: it reads what its owner may read. */
  "calendar-feed.make": {
    side: "hospital",
    stepUp: true,
    roles: ["administrator", "security-engineer", "security-lead", "procurement-officer"],
  },
  "calendar-feed.revoke": {
    side: "hospital",
    roles: ["administrator", "security-engineer", "security-lead", "procurement-officer"],
  },
  /** Whoever reads decisions may take their proof along; the log says who did. */
  "decision.export": takenByHospital,
  /** Of a zone, a supplier or a period, with its part of the audit trail: for those who read that. */
  "evidence-pack.export": {
    side: "hospital",
    stepUp: true,
    roles: ["administrator", "security-lead", "auditor"],
  },
  "decision.record": { ...buying, stepUp: true },
  "condition.complete": buying,
  /** Files that show that a condition was met; the log says who took which. */
  "condition-file.read": everyHospitalRole,

  /** A hospital of itself, a supplier of its products: what the portal shows of a clause, and what it misses. */
  "readiness.read": { side: "both", roles: "everyone" },
  "readiness.export": { side: "both", stepUp: true, roles: "everyone" },

  /** Between a hospital and a supplier, about one request; each side reads its own threads alone. */
  "question.read": { side: "both", roles: "everyone" },
  "question.ask": { side: "both", roles: "everyone-but-auditors" },
  "question.write": { side: "both", roles: "everyone-but-auditors" },
  "question.settle": { side: "both", roles: "everyone-but-auditors" },
  "question.reopen": { side: "both", roles: "everyone-but-auditors" },

  "product.read": everySupplierRole,
  "product.create": { side: "supplier", roles: ["administrator", "contributor"] },
  "product.edit": { side: "supplier", roles: ["administrator", "contributor"] },
  "product.archive": { side: "supplier", roles: ["administrator"] },
  "release.create": { side: "supplier", roles: ["administrator", "contributor"] },
  "release.edit": { side: "supplier", roles: ["administrator", "contributor"] },
  "release.archive": { side: "supplier", roles: ["administrator"] },
  "declaration.read": everySupplierRole,
  "declaration.create": { side: "supplier", roles: ["administrator", "contributor"] },
  "declaration.answer": { side: "supplier", roles: ["administrator", "contributor"] },
  /** Reading a file to fill in a draft, and taking over what was found. */
  "declaration.import": { side: "supplier", roles: ["administrator", "contributor"] },
  "declaration.assign": { side: "supplier", roles: ["administrator", "contributor"] },
  "declaration.sign": { side: "supplier", stepUp: true, roles: ["signatory"] },
  /** A supplier its own, a hospital what is shared with it; the log says who took which file. */
  "declaration.export": { side: "both", stepUp: true, roles: "everyone" },
  /** A supplier its evidence; a hospital what it attaches somewhere, which opening the upload asks for besides. */
  "file.upload": {
    side: "both",
    roles: {
      hospital: ["administrator", "security-engineer", "security-lead", "procurement-officer"],
      supplier: ["administrator", "contributor"],
    },
  },
  /** Whose file it is, and with whom its declaration is shared, is asked besides. */
  "file.read": { side: "both", roles: "everyone" },
  "declaration.share": { side: "supplier", roles: ["administrator", "signatory"] },
  "declaration.withdraw": { side: "supplier", roles: ["administrator", "signatory"] },
  "notice.read": everySupplierRole,
  "notice.save": { side: "supplier", roles: ["administrator", "contributor", "signatory"] },
  "notice.discard": { side: "supplier", roles: ["administrator", "contributor", "signatory"] },
  /** What hospitals read is said in the supplier's name. */
  "notice.publish": { side: "supplier", roles: ["administrator", "signatory"] },
  "notice.record": { side: "supplier", roles: ["administrator", "contributor", "signatory"] },
  "received-request.read": everySupplierRole,
  /** What is asked, as a file to check products against; the log says who took it. */
  "received-request.export": { ...everySupplierRole, stepUp: true },
  /** Files that a hospital has sent along; the log says who took which. */
  "received-attachment.read": everySupplierRole,
  /** What came by a link to an address is answered by an organisation that is here already. */
  "received-request.adopt": { side: "supplier", roles: ["administrator", "contributor", "signatory"] },
  "received-request.answer": { side: "supplier", roles: ["administrator", "contributor", "signatory"] },
} as const satisfies Record<string, Grant>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as ReadonlyArray<Action>;

/** What may be refused for want of a password given a moment ago. */
export type StepUpAction = {
  [Name in Action]: (typeof PERMISSIONS)[Name] extends { stepUp: true } ? Name : never;
}[Action];

export function needsStepUp(action: Action): boolean {
  const grant: Grant = PERMISSIONS[action];
  return grant.stepUp === true;
}

/** True where one of the actor's roles, on the side of the actor's organisation, grants the action. */
export function mayDo(actor: Pick<Actor, "organisationKind" | "roles">, action: Action): boolean {
  const grant: Grant = PERMISSIONS[action];
  if (grant.side !== "both") return grant.side === actor.organisationKind && hasAny(actor.roles, grant.roles);
  if (typeof grant.roles === "object") return hasAny(actor.roles, grant.roles[actor.organisationKind]);
  if (grant.roles === "everyone") return actor.roles.length > 0;
  if (grant.roles === "everyone-but-auditors") return actor.roles.some((role) => role !== "auditor");
  return actor.roles.includes("administrator");
}

function hasAny(held: ReadonlyArray<string>, wanted: ReadonlyArray<string>): boolean {
  return held.some((role) => wanted.includes(role));
}

/** The side whose people may do an action, or both. */
export function sideOf(action: Action): OrganisationKind | "both" {
  return PERMISSIONS[action].side;
}
