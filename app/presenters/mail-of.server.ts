import type { Db } from "~db/client";
import { findOrganisation } from "~db/repositories/organisations";

/** Where letters go: to a mail server, into the demo mailbox, nowhere. */
export type MailOf = "smtp" | "demo" | "none";

/** Where the letters of one organisation go: the demo mailbox takes those of the demo only. */
export async function mailOf(db: Db, organisationId: string, portalMail: MailOf): Promise<MailOf> {
  if (portalMail !== "demo") return portalMail;
  return (await findOrganisation(db, organisationId))?.isDemo ? "demo" : "none";
}
