import "@remix-run/node";
import type { PortalKey } from "~/domain/declaration/seal";
import type { FileStore } from "~/files/file-store.server";
import type { Database } from "~db/client";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  /** What the HTTP server hands to every loader and action. */
  interface AppLoadContext {
    cspNonce: string;
    requestId: string;
    database: Database;
    /** Where uploaded files lie. */
    files: FileStore;
    /** What the portal seals declarations with. */
    portalKey: PortalKey;
    /** The clock of this request; tests inject another one. */
    now: Date;
    /** The address of the client as the trusted proxies tell it. */
    clientAddress: string;
    /** True where the browser speaks https to us or to a trusted proxy. */
    isSecure: boolean;
    /** True where the portal holds the demo: said on every page that shows nobody's own data. */
    isDemo: boolean;
    /** Where letters go: to a mail server, into the demo mailbox (of the demo's organisations), nowhere. */
    mail: "smtp" | "demo" | "none";
    /** Secret of the link that creates the first hospital, while the portal is empty. */
    setupToken: string | undefined;
  }
}
