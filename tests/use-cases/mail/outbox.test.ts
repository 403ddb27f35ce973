import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { LEASE_MS, PAUSES_MS } from "~/domain/mail/delivery";
import { forgetOldLetters, type MailRoute, postDueLetters } from "~/mail/post-letters.server";
import { openSmtp } from "~/mail/transport.server";
import { inviteMember } from "~/use-cases/accounts/invite-member.server";
import { revokeInvitation } from "~/use-cases/accounts/revoke-invitation.server";
import { hashToken } from "~/use-cases/accounts/token.server";
import type { Caller } from "~/use-cases/use-case.server";
import { findOpenInvitation } from "~db/repositories/invitations";
import { claimDueLetter, listDemoLetters, listLettersAbout } from "~db/repositories/mail-outbox";
import { mailOutbox, organisations } from "~db/schema";
import { aDatabase, aHospitalCaller, NOW } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aMailServer } from "../../builders/mail-server";

const database = aDatabase();
const FROM = "Cordon <portal@hospital.example>";
const PUBLIC_URL = "https://cordon.example";

// The outbox is one for all: what other tests have left would be sent here.
beforeEach(() => database().transaction((db) => db.delete(mailOutbox)));

async function anInvited(email = `${randomUUID()}@example.test`) {
  const caller = await aHospitalCaller(database(), "administrator");
  const { id } = accepted(await inviteMember(caller, { email, roles: ["auditor"] }));
  return { caller, id, email };
}

const post = (route: MailRoute, now = NOW) =>
  postDueLetters({ database: database(), route, publicUrl: PUBLIC_URL, clock: () => now });
const by = ({ url }: { url: string }): MailRoute => ({
  kind: "smtp",
  deliver: openSmtp({ url, from: FROM }, 2_000).deliver,
});
const lettersOf = ({ actor }: Caller, id: string) =>
  listLettersAbout(database().read, actor.organisationId, id);
const later = (ms: number) => new Date(NOW.getTime() + ms);

test("a letter is written with its event and reaches the mailbox with a link that works", async () => {
  const server = await aMailServer();
  const { caller, id, email } = await anInvited();
  expect(await lettersOf(caller, id)).toMatchObject([{ state: "waiting", attempts: 0, recipient: email }]);
  expect(await post(by(server))).toBe(1);
  const [got] = server.received;
  expect(got).toMatchObject({ from: "portal@hospital.example", to: [email] });
  expect(got?.mail.subject).toMatch(/invites you to hospital/);
  expect(got?.mail.messageId).toMatch(/^<[^>]+@cordon\.example>$/);
  expect(got?.mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  const token = /https:\/\/cordon\.example\/invitation\/([\w-]+)/.exec(got?.mail.text ?? "")?.[1] ?? "";
  expect(got?.mail.html).toContain(token);
  expect(await findOpenInvitation(database().read, hashToken(token), NOW)).toMatchObject({ id });
  expect(await lettersOf(caller, id)).toMatchObject([{ state: "sent", attempts: 1, settledAt: NOW }]);
  expect(await post(by(server))).toBe(0);
  expect(server.received).toHaveLength(1);
});

test("no secret stands in the outbox, before or after it was sent", async () => {
  const server = await aMailServer();
  await anInvited();
  const before = await database().read.select().from(mailOutbox);
  await post(by(server));
  const token = /invitation\/([\w-]{43})/.exec(server.received[0]?.mail.text ?? "")?.[1];
  expect(token).toBeDefined();
  const after = await database().read.select().from(mailOutbox);
  expect(JSON.stringify([before, after])).not.toContain(token);
});

test("an event that is refused or undone leaves no letter", async () => {
  const caller = await aHospitalCaller(database(), "administrator");
  expect((await inviteMember(caller, { email: "a@example.test", roles: ["signatory"] })).ok).toBe(false);
  const failing = database().transaction(async () => {
    await inviteMember(caller, { email: "a@example.test", roles: [] });
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  expect(await database().read.select().from(mailOutbox)).toEqual([]);
});

test("a recipient whom the server does not know is given up with its answer, and others are still sent", async () => {
  const server = await aMailServer({ refuse: (to) => (to.startsWith("nobody") ? 550 : undefined) });
  const lost = await anInvited("nobody@example.test");
  const fine = await anInvited();
  await post(by(server));
  const [letter] = await lettersOf(lost.caller, lost.id);
  expect(letter).toMatchObject({ state: "given-up", attempts: 1 });
  expect(letter?.failure).toContain("550");
  expect(await lettersOf(fine.caller, fine.id)).toMatchObject([{ state: "sent" }]);
  await post(by(server), later(LEASE_MS * 10));
  expect(server.received).toHaveLength(1);
});

test("a recipient who is refused for now is tried again after a pause", async () => {
  const server = await aMailServer({ refuse: () => 451 });
  const { caller, id } = await anInvited();
  await post(by(server));
  expect(await lettersOf(caller, id)).toMatchObject([
    { state: "waiting", attempts: 1, dueAt: later(PAUSES_MS[0] ?? 0) },
  ]);
  server.behaviour.refuse = undefined;
  expect(await post(by(server), later(30_000))).toBe(0);
  expect(await post(by(server), later(60_000))).toBe(1);
  expect(await lettersOf(caller, id)).toMatchObject([{ state: "sent", attempts: 2, failure: "" }]);
  expect(server.received).toHaveLength(1);
});

test("a connection that is cut in the middle of a message loses nothing", async () => {
  const server = await aMailServer({ cutAfter: 0 });
  const { caller, id } = await anInvited();
  await post(by(server));
  expect(await lettersOf(caller, id)).toMatchObject([{ state: "waiting", attempts: 1 }]);
  expect(server.received).toEqual([]);
  server.behaviour.cutAfter = undefined;
  await post(by(server), later(60_000));
  expect(server.received).toHaveLength(1);
  expect(await lettersOf(caller, id)).toMatchObject([{ state: "sent" }]);
});

test("a server that takes a message and dies before saying so gets it again under the same Message-ID", async () => {
  const server = await aMailServer({ silentAfter: 0 });
  await anInvited();
  await post(by(server));
  server.behaviour.silentAfter = undefined;
  await post(by(server), later(60_000));
  expect(server.received).toHaveLength(2);
  expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(1);
  // Both letters lead to the same invitation, each by a link of its own.
  const tokens = server.received.map(({ mail }) => /invitation\/([\w-]+)/.exec(mail.text ?? "")?.[1] ?? "");
  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens)
    expect(await findOpenInvitation(database().read, hashToken(token), NOW)).toBeDefined();
});

test("a process that dies between writing and sending, or while sending, loses nothing", async () => {
  const server = await aMailServer();
  const { caller, id } = await anInvited();
  // It has claimed the letter and is gone.
  await database().transaction((db) => claimDueLetter(db, NOW, later(LEASE_MS)));
  expect(await lettersOf(caller, id)).toMatchObject([{ state: "sending", attempts: 1 }]);
  expect(await post(by(server), later(LEASE_MS - 1))).toBe(0);
  expect(await post(by(server), later(LEASE_MS))).toBe(1);
  expect(server.received).toHaveLength(1);
  expect(await lettersOf(caller, id)).toMatchObject([{ state: "sent", attempts: 2 }]);
});

test("many processes at once send each letter once", async () => {
  const server = await aMailServer();
  for (let count = 0; count < 5; count++) await anInvited();
  await Promise.all(Array.from({ length: 4 }, () => post(by(server))));
  expect(server.received).toHaveLength(5);
  expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(5);
});

test("a mail server that cannot be reached is tried for two days and then given up", async () => {
  const server = await aMailServer();
  await server.close();
  const { caller, id } = await anInvited();
  let now = NOW;
  for (const pause of [0, ...PAUSES_MS]) {
    now = new Date(now.getTime() + pause);
    expect(await post(by(server), now)).toBe(1);
  }
  const [letter] = await lettersOf(caller, id);
  expect(letter).toMatchObject({ state: "given-up", attempts: PAUSES_MS.length + 1 });
  expect(letter?.failure).toContain("ECONN");
});

test("an invitation that was revoked before its letter went out needs no letter", async () => {
  const server = await aMailServer();
  const { caller, id } = await anInvited();
  accepted(await revokeInvitation(caller, { invitationId: id }));
  await post(by(server));
  expect(server.received).toEqual([]);
  expect(await lettersOf(caller, id)).toMatchObject([{ state: "cancelled" }]);
});

test("without a mail server a letter says that it was not sent, and is not sent later", async () => {
  const { caller, id } = await anInvited();
  await post({ kind: "none" });
  expect(await lettersOf(caller, id)).toMatchObject([{ state: "not-sent", attempts: 1 }]);
  const server = await aMailServer();
  expect(await post(by(server), later(LEASE_MS * 100))).toBe(0);
});

test("the demo mailbox keeps letters of the demo's organisations and of nobody else", async () => {
  const ofDemo = await anInvited();
  const other = await anInvited();
  await database().transaction((db) =>
    db
      .update(organisations)
      .set({ isDemo: true })
      .where(eq(organisations.id, ofDemo.caller.actor.organisationId)),
  );
  await post({ kind: "demo" });
  expect(await lettersOf(other.caller, other.id)).toMatchObject([{ state: "not-sent" }]);
  const kept = await listDemoLetters(database().read, 10);
  expect(kept.map(({ recipient }) => recipient)).toEqual([ofDemo.email]);
  expect(kept[0]?.copy).toContain(`${PUBLIC_URL}/invitation/`);
});

test("an address cannot bring further recipients or headers along", async () => {
  const server = await aMailServer();
  const { deliver } = openSmtp({ url: server.url, from: FROM }, 2_000);
  const message = { messageId: "x@y", text: "t", html: "<p>t</p>" };
  for (const recipient of [
    "a@example.test, b@example.test",
    "a@example.test\r\nBcc: b@example.test",
    "a@example.test> RCPT TO:<b@example.test",
  ]) {
    await deliver({ ...message, recipient, subject: "Fine\r\nBcc: c@example.test" });
  }
  await deliver({
    ...message,
    recipient: "ok@example.test",
    subject: "Fine\r\nBcc: c@example.test\r\n\r\nBody",
  });
  const last = server.received.at(-1);
  expect(last?.to).toEqual(["ok@example.test"]);
  expect(last?.mail.subject).toBe("Fine Bcc: c@example.test Body");
  expect(last?.mail.bcc ?? []).toEqual([]);
  for (const { to, raw } of server.received) {
    expect(to).toHaveLength(1);
    expect(raw).not.toMatch(/^Bcc:/im);
    expect(to).not.toContain("b@example.test");
  }
});

test("letters are forgotten three months after they were settled, waiting ones never", async () => {
  const server = await aMailServer();
  const sent = await anInvited();
  await post(by(server));
  const waiting = await anInvited();
  await forgetOldLetters(database(), later(89 * 86_400_000));
  expect(await lettersOf(sent.caller, sent.id)).toHaveLength(1);
  await forgetOldLetters(database(), later(91 * 86_400_000));
  expect(await lettersOf(sent.caller, sent.id)).toEqual([]);
  expect(await lettersOf(waiting.caller, waiting.id)).toHaveLength(1);
});
