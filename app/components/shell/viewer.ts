import type { Action } from "~/domain/access/permissions";
import type { OrganisationKind, Role } from "~/domain/access/role";
import type { Language } from "~/i18n/resources";

export type ViewerOrganisation = { id: string; name: string; kind: OrganisationKind };

/** Who looks at the page, and what the shell must know of them. */
export type Viewer = {
  name: string;
  email: string;
  /** The organisation they act for; null while they belong to none. */
  organisation: ViewerOrganisation | null;
  organisations: ReadonlyArray<ViewerOrganisation>;
  roles: ReadonlyArray<Role>;
  /** What the roles allow; the server checks again. */
  may: ReadonlyArray<Action>;
};

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** What the root loader answers. */
export type ShellData = {
  viewer: Viewer | null;
  language: Language;
  isDemo: boolean;
  /** The letters of the demo can be read here. */
  hasMailbox: boolean;
  theme: Theme;
};
