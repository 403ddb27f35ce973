import { randomUUID } from "node:crypto";
import { postDueLetters } from "~/mail/post-letters.server";
import { openSmtp } from "~/mail/transport.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import type { Database } from "~db/client";
import { NOW } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aMailServer } from "../../builders/mail-server";
import type { Scene } from "../decisions/scene";

export const PASSWORD = "a sentence to remember";
export const DAY_MS = 86_400_000;

/** What a newcomer types. */
export const joining = (token: string) => ({ token, ...{ name: "First Person", password: PASSWORD } });

export const newName = () => `Fiktiva ${randomUUID()}`;
export const anEmail = () => `${randomUUID()}@example.test`;

export function asking({ modelId, zoneId }: Scene, changes: Record<string, unknown> = {}) {
  return { modelId, zoneId, subject: "Pump", message: "Please", dueOn: "2026-12-21", ...changes };
}

/** People who come by the link of a letter that a real server was sent. */
export function byLetter(database: () => Database) {
  const visitor = (now = NOW) => ({ database: database(), now, newId: randomUUID });

  async function readTokens(now = NOW): Promise<ReadonlyArray<string>> {
    const server = await aMailServer();
    const { deliver } = openSmtp({ url: server.url, from: "portal@example.test" });
    const route = { kind: "smtp", deliver } as const;
    await postDueLetters({
      database: database(),
      route,
      publicUrl: "https://cordon.example",
      clock: () => now,
    });
    return server.received.flatMap(({ mail }) => /\/asked\/([\w-]+)/.exec(mail.text ?? "")?.[1] ?? []);
  }

  /** Asks somebody who is not on the portal, and reads the letter. */
  async function askStranger(scene: Scene, changes: Record<string, unknown> = {}) {
    const [newSupplierName, newSupplierEmail] = [newName(), anEmail()];
    const wanted = asking(scene, { newSupplierName, newSupplierEmail, ...changes });
    const { id } = accepted(await createRequest(scene.officer, wanted));
    const [token = ""] = await readTokens();
    return { id, token, name: newSupplierName, email: newSupplierEmail };
  }

  return { visitor, readTokens, askStranger };
}
