import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { OF_EVERYBODY, OF_STRANGERS_A_MINUTE } from "~/domain/access/password-guesses";
import { acceptInvitation } from "~/use-cases/accounts/accept-invitation.server";
import { confirmPassword } from "~/use-cases/accounts/confirm-password.server";
import { hashPassword } from "~/use-cases/accounts/password.server";
import { signIn } from "~/use-cases/accounts/sign-in.server";
import { giveBackGuess, reserveGuess, throttleKeys } from "~/use-cases/accounts/throttle.server";
import { hashToken } from "~/use-cases/accounts/token.server";
import { saveNewInvitation } from "~db/repositories/invitations";
import { saveMember } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { countSignInAttempts, saveSignInAttempts } from "~db/repositories/sign-in-attempts";
import { aDatabase, aHospitalCaller, anOrganisation, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";

const database = aDatabase();
const PASSWORD = "correct horse battery";
const MINUTE_MS = 60_000;
const visitor = (now = NOW) => ({ database: database(), now, newId: randomUUID });
/** Times of their own, long before those of the other tests: what everybody tries is counted for all of them. */
const [FIRST, SECOND] = [new Date("2024-01-15T10:00:00.000Z"), new Date("2025-01-15T10:00:00.000Z")];
const anAddress = () => `host-${randomUUID()}`;
const where = (clientAddress: string) => ({ clientAddress, userAgent: "test", previousToken: undefined });

async function aPerson(createdAt = NOW) {
  const person = { id: randomUUID(), email: `${randomUUID()}@example.test` };
  const passwordHash = await hashPassword(PASSWORD);
  const organisationId = await anOrganisation(database(), "hospital");
  await database().transaction(async (db) => {
    await saveNewPerson(db, { ...person, name: "Somebody", passwordHash, createdAt });
    await saveMember(db, organisationId, {
      ...{ personId: person.id, roles: ["auditor"], state: "active", createdAt },
    });
  });
  return person;
}

/** How many of the outcomes say what. */
function tally(outcomes: ReadonlyArray<{ ok: boolean; refusal?: { code: string } }>) {
  const said: Record<string, number> = {};
  for (const { ok, refusal } of outcomes) {
    const what = ok ? "in" : (refusal?.code ?? "");
    said[what] = (said[what] ?? 0) + 1;
  }
  return said;
}

const atOnce = <T>(count: number, attempt: (place: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, place) => attempt(place)));

test("a network is somebody's own for ninety days", async () => {
  const then = FIRST;
  const days = (count: number) => visitor(new Date(then.getTime() + count * 24 * 60 * MINUTE_MS));
  const keys = throttleKeys(`${randomUUID()}@example.test`, anAddress());
  await database().transaction((db) =>
    giveBackGuess(db, { ids: [], accountAndNetwork: keys.accountAndNetwork }, then),
  );
  const everybody = hashToken("everybody");
  const tries = async (count: number) => {
    const { now } = days(count);
    await database().transaction((db) =>
      saveSignInAttempts(
        db,
        Array.from({ length: OF_EVERYBODY }, () => ({ id: randomUUID(), throttleKey: everybody })),
        { at: now, forgetBefore: now },
      ),
    );
    const outcomes = await atOnce(9, () => reserveGuess(days(count), keys));
    return outcomes.filter(({ ok }) => ok).length;
  };
  expect(await tries(89)).toBe(5);
  expect(await tries(91)).toBe(2);
});

test("where passwords are sprayed, strangers share a lane, and whoever comes from their own network goes on as ever", async () => {
  const then = SECOND;
  const later = (minutes: number) => visitor(new Date(then.getTime() + minutes * MINUTE_MS));
  const owner = await aPerson(then);
  const home = where(anAddress());
  accepted(await signIn(visitor(then), { email: owner.email, password: PASSWORD }, home));
  const everybody = hashToken("everybody");
  const spray = (at: Date) =>
    database().transaction((db) =>
      saveSignInAttempts(
        db,
        Array.from({ length: OF_EVERYBODY }, () => ({ id: randomUUID(), throttleKey: everybody })),
        { at, forgetBefore: then },
      ),
    );
  await spray(then);

  const guessFrom = (clientAddress: string, minutes = 1) =>
    reserveGuess(later(minutes), throttleKeys(`${randomUUID()}@example.test`, clientAddress));
  const botnet = await atOnce(OF_STRANGERS_A_MINUTE + 20, () => guessFrom(anAddress()));
  expect(botnet.filter(({ ok }) => ok)).toHaveLength(OF_STRANGERS_A_MINUTE);
  expect(botnet.flatMap((one) => (one.ok ? [] : [one.refusal.minutes]))).toEqual(Array(20).fill(1));

  const typed = { email: owner.email, password: "mistyped again" };
  for (let tried = 0; tried < 4; tried += 1)
    expect(refusalOf(await signIn(later(1), typed, home)).code).toBe("wrong-credentials");
  accepted(await signIn(later(1), { ...typed, password: PASSWORD }, home));

  const hotel = where(anAddress());
  expect(refusalOf(await signIn(later(1), { ...typed, password: PASSWORD }, hotel))).toEqual({
    ...{ code: "too-many-attempts", minutes: 1 },
  });
  accepted(await signIn(later(2.1), { ...typed, password: PASSWORD }, hotel));

  const one = anAddress();
  const fromOne = await atOnce(15, () => guessFrom(one, 4));
  expect(fromOne.filter(({ ok }) => ok)).toHaveLength(10);
  const quiet = anAddress();
  const afterwards = await atOnce(15, () => guessFrom(quiet, 20));
  expect(afterwards.filter(({ ok }) => ok)).toHaveLength(15);
});

test("of fifty passwords tried at once on one account five are checked", async () => {
  const { email } = await aPerson();
  const here = where(anAddress());
  const outcomes = await atOnce(50, (place) =>
    signIn(visitor(), { email, password: `guess number ${place}` }, here),
  );
  expect(tally(outcomes)).toEqual({ "wrong-credentials": 5, "too-many-attempts": 45 });
  expect(refusalOf(await signIn(visitor(), { email, password: PASSWORD }, here))).toEqual({
    ...{ code: "too-many-attempts", minutes: 15 },
  });
  expect((await signIn(visitor(), { email, password: PASSWORD }, where(anAddress()))).ok).toBe(true);
});

test("the right one among fifty at once gets in only where its turn comes among five", async () => {
  const { email } = await aPerson();
  const here = where(anAddress());
  const outcomes = await atOnce(50, (place) =>
    signIn(visitor(), { email, password: place === 49 ? PASSWORD : `guess number ${place}` }, here),
  );
  const { "wrong-credentials": wrong = 0, in: right = 0 } = tally(outcomes);
  expect(wrong + right).toBe(5);
});

test("of passwords tried at once on many accounts from one network a hundred are checked", async () => {
  const here = where(anAddress());
  const outcomes = await atOnce(130, () =>
    signIn(visitor(), { email: `${randomUUID()}@example.test`, password: "guess number 1" }, here),
  );
  expect(tally(outcomes)).toEqual({ "wrong-credentials": 100, "too-many-attempts": 30 });
});

test("of passwords tried at once with a stolen session five are checked", async () => {
  const { email } = await aPerson();
  const here = where(anAddress());
  const { token } = accepted(await signIn(visitor(), { email, password: PASSWORD }, here));
  const outcomes = await atOnce(20, (place) =>
    confirmPassword(visitor(), { token, password: `guess number ${place}` }, here),
  );
  const reasons = outcomes.map((outcome) => refusalOf(outcome).reason);
  expect(reasons.filter((reason) => reason === "wrong-password")).toHaveLength(5);
  expect(reasons.filter((reason) => reason === "too-many-attempts")).toHaveLength(15);
});

test("of passwords tried at once with somebody's invitation five are checked", async () => {
  const { email } = await aPerson();
  const admin = await aHospitalCaller(database(), "administrator");
  const { organisationId, personId } = admin.actor;
  const token = randomUUID();
  await database().transaction((db) =>
    saveNewInvitation(db, {
      ...{
        organisationId,
        id: randomUUID(),
        email,
        roles: ["auditor"],
        tokenHash: hashToken(token),
        invitedBy: personId,
      },
      ...{ createdAt: NOW, expiresAt: new Date(NOW.getTime() + 60 * MINUTE_MS) },
      ...{ acceptedAt: null, revokedAt: null },
    }),
  );
  const here = { clientAddress: anAddress() };
  const outcomes = await atOnce(20, (place) =>
    acceptInvitation(visitor(), { token, ...{ password: `guess number ${place}` } }, here),
  );
  expect(tally(outcomes)).toEqual({ "wrong-password": 5, "too-many-attempts": 15 });
});

test("a right password leaves nothing counted, and a refused one counts nothing", async () => {
  const { email } = await aPerson();
  const clientAddress = anAddress();
  const keys = throttleKeys(email, clientAddress);
  const counted = async () => [
    await countSignInAttempts(database().read, keys.accountAndNetwork, new Date(0)),
    await countSignInAttempts(database().read, keys.network, new Date(0)),
  ];
  for (let tried = 0; tried < 4; tried += 1)
    await signIn(visitor(), { email, password: "mistyped again" }, where(clientAddress));
  expect(await counted()).toEqual([4, 4]);
  accepted(await signIn(visitor(), { email, password: PASSWORD }, where(clientAddress)));
  expect(await counted()).toEqual([0, 4]);
  for (let tried = 0; tried < 9; tried += 1)
    await signIn(visitor(), { email, password: "mistyped again" }, where(clientAddress));
  expect(await counted()).toEqual([5, 9]);
});
