import { VIEW_PAGES } from "~/domain/procurement/saved-view";
import {
  boolean,
  foreignKey,
  index,
  oneOf,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "../columns";
import { organisations, people } from "./identity";

/** Filters of a page under a name: somebody's own, or shared with everybody of the organisation. */
export const savedViews = table(
  "saved_views",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    page: oneOf(VIEW_PAGES).notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    /** As in the address; what the page understands of it is read on every look. */
    query: text().notNull(),
    isShared: boolean().notNull(),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("saved_views_name_ux").on(t.organisationId, t.personId, t.page, t.name),
    index("saved_views_page_ix").on(t.organisationId, t.page, t.name),
  ],
);

/** What a page opens with for somebody who asks for nothing. */
export const defaultViews = table(
  "default_views",
  {
    organisationId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    page: oneOf(VIEW_PAGES).notNull(),
    viewId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId, t.page] }),
    foreignKey({
      columns: [t.organisationId, t.viewId],
      foreignColumns: [savedViews.organisationId, savedViews.id],
    }).onDelete("cascade"),
    index("default_views_view_ix").on(t.organisationId, t.viewId),
  ],
);
