import { ORGANISATION_KINDS, type Role } from "~/domain/access/role";
import { boolean, index, json, oneOf, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";

export const organisations = table(
  "organisations",
  {
    id: text().primaryKey(),
    kind: oneOf(ORGANISATION_KINDS).notNull(),
    name: text().notNull(),
    isDemo: boolean().notNull(),
    /** The hospital that has named a supplier to ask it; until somebody joins, only that hospital sees it. */
    introducedBy: text(),
    createdAt: timestamp().notNull(),
  },
  (t) => [index("organisations_kind_ix").on(t.kind, t.name)],
);

/** A person exists once and may belong to several organisations. */
export const people = table(
  "people",
  {
    id: text().primaryKey(),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** argon2id in PHC notation; null where the person has not set one. */
    passwordHash: text(),
    createdAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex("people_email_uq").on(t.email)],
);

export const memberships = table(
  "memberships",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    roles: json<ReadonlyArray<Role>>().notNull(),
    state: oneOf(["active", "suspended", "left"]).notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId] }),
    index("memberships_person_ix").on(t.personId),
  ],
);

/** Only the SHA-256 of the cookie's value is kept: whoever reads the database cannot sign in with it. */
export const sessions = table(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The organisation the person acts for now. */
    organisationId: text().references(() => organisations.id, { onDelete: "set null" }),
    userAgent: text().notNull(),
    /** When the password was last given; null where it is not known, which proves nothing. */
    passwordGivenAt: timestamp(),
    createdAt: timestamp().notNull(),
    lastSeenAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
  },
  (t) => [index("sessions_person_ix").on(t.personId), index("sessions_expiry_ix").on(t.expiresAt)],
);

export const invitations = table(
  "invitations",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    email: text().notNull(),
    roles: json<ReadonlyArray<Role>>().notNull(),
    tokenHash: text().notNull(),
    invitedBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
    acceptedAt: timestamp(),
    revokedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("invitations_token_uq").on(t.tokenHash),
    index("invitations_open_ix").on(t.organisationId, t.createdAt),
  ],
);

/** Passwords that were wrong or are being checked, by what they count for; old rows are cleared as new ones come. */
export const signInAttempts = table(
  "sign_in_attempts",
  {
    id: text().primaryKey(),
    /** SHA-256 of what is throttled: an account and a network, a network, everybody. */
    throttleKey: text().notNull(),
    at: timestamp().notNull(),
  },
  (t) => [index("sign_in_attempts_key_ix").on(t.throttleKey, t.at)],
);

/** From where accounts have signed in, so that others who try passwords do not hold up their owners. */
export const signInNetworks = table("sign_in_networks", {
  /** SHA-256 of an account and a network: neither can be read from it. */
  throttleKey: text().primaryKey(),
  at: timestamp().notNull(),
});

export const sites = table(
  "sites",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    name: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("sites_name_uq").on(t.organisationId, t.name),
  ],
);
