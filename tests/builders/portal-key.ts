import { newPrivateKey, toPortalKey } from "~/server/portal-key.server";

/** What the portals of tests seal with: a new one in every process. */
export const PORTAL_KEY = toPortalKey(newPrivateKey(), "the key of the tests");
