import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { FACT_GROUPS } from "~/domain/declaration/fact-fields";
import { SECTIONS } from "~/domain/declaration/sections";
import { translatorFor } from "~/i18n/i18n";
import { sectionName } from "~/i18n/section-name";
import { presentDeclaration } from "~/presenters/present-declaration.server";
import { presentFacts } from "~/presenters/present-facts.server";
import { presentSections } from "~/presenters/present-sections.server";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";
import { assignSections } from "~/use-cases/declarations/assign-sections.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listLettersAbout } from "~db/repositories/mail-outbox";
import { listOwnSections } from "~db/repositories/section-assignments";
import { declarations, mailOutbox } from "~db/schema";
import { aCaller, aDatabase, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft, refusalOf } from "../../builders/declaration";

const database = aDatabase();
beforeEach(() => database().transaction((db) => db.delete(mailOutbox)));

const colleagueOf = (
  { actor }: Caller,
  ...roles: ReadonlyArray<"administrator" | "contributor" | "signatory">
) => aCaller(database(), { organisationId: actor.organisationId, kind: "supplier", roles });

async function aTeam() {
  const caller = await aSupplierCaller(database(), "contributor");
  const colleague = await colleagueOf(caller, "contributor");
  const declarationId = await aDraft(caller);
  const give = (sections: unknown, personId = colleague.actor.personId, by = caller) =>
    assignSections(by, { declarationId, sections, personId });
  return { caller, colleague, declarationId, give };
}

test("sections are given to a colleague, who gets one letter and sees what is theirs", async () => {
  const { caller, colleague, declarationId, give } = await aTeam();
  accepted(await give(["UC", "facts-logging"]));
  const { sections } = await presentDeclaration(colleague, declarationId);
  const given = [
    { declarationId, section: "UC" },
    { declarationId, section: "facts-logging" },
  ];
  expect((await presentSupplierOverview(colleague)).ownSections).toMatchObject(given);
  expect((await presentSupplierOverview(caller)).ownSections).toEqual([]);
  expect(sections).toMatchObject([
    { section: "UC", isMine: true },
    { section: "facts-logging", isMine: true },
  ]);
  const facts = await presentFacts(caller, { declarationId, group: "logging", requestId: null });
  expect(facts.sections.map(({ isMine }) => isMine)).toEqual([false, false]);
  const letters = await listLettersAbout(database().read, caller.actor.organisationId, declarationId);
  expect(letters.map(({ letter }) => letter)).toMatchObject([
    { kind: "sections-assigned", sections: ["UC", "facts-logging"], link: { declarationId } },
  ]);
  const own = await listOwnSections(database().read, caller.actor.organisationId, colleague.actor.personId);
  expect(own).toMatchObject([
    { declarationId, section: "UC" },
    { declarationId, section: "facts-logging" },
  ]);
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "declaration.assign", subjectId: declarationId },
    details: { sections: ["UC", "facts-logging"], assigneeId: colleague.actor.personId },
  });
});

test("giving the same again, or to oneself, writes no letter", async () => {
  const { caller, declarationId, give } = await aTeam();
  accepted(await give("UC"));
  accepted(await give("UC"));
  accepted(await give("SI", caller.actor.personId));
  expect(await listLettersAbout(database().read, caller.actor.organisationId, declarationId)).toHaveLength(1);
});

test("a section has one owner, and can be taken back", async () => {
  const { caller, colleague, declarationId, give } = await aTeam();
  accepted(await give(["UC", "SI"]));
  accepted(await give("UC", caller.actor.personId));
  accepted(await give("SI", ""));
  const page = await presentSections(caller, declarationId);
  expect(page.sections.filter(({ owner }) => owner)).toMatchObject([
    { section: "UC", owner: { isMine: true } },
  ]);
  expect(page.colleagues.map(({ id }) => id).toSorted()).toEqual(
    [caller.actor.personId, colleague.actor.personId].toSorted(),
  );
  expect(page.mayAssign).toBe(true);
});

test("only those who can answer are given sections", async () => {
  const { caller, declarationId, give } = await aTeam();
  const signatory = await colleagueOf(caller, "signatory");
  expect(refusalOf(await give("UC", signatory.actor.personId))).toEqual({ code: "cannot-answer" });
  expect((await presentSections(signatory, declarationId)).mayAssign).toBe(false);
  await expect(give("UC", caller.actor.personId, signatory)).rejects.toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
});

test("people and declarations of another supplier are not found", async () => {
  const { give } = await aTeam();
  const stranger = await aSupplierCaller(database(), "contributor");
  await expect(give("UC", stranger.actor.personId)).rejects.toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
  await expect(give("UC", stranger.actor.personId, stranger)).rejects.toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
});

test("bad input names its field", async () => {
  const { give } = await aTeam();
  expect(refusalOf(await give([]))).toMatchObject({ fields: { sections: ["required"] } });
  expect(refusalOf(await give("facts-nothing"))).toMatchObject({
    fields: { "sections.0": ["invalid-choice"] },
  });
});

test("a signed declaration has nothing left to give", async () => {
  const { give } = await aTeam();
  const team = await aTeam();
  await database().transaction((db) =>
    db.update(declarations).set({ state: "signed" }).where(eq(declarations.id, team.declarationId)),
  );
  expect(refusalOf(await team.give("UC"))).toEqual({ code: "not-a-draft" });
  accepted(await give("UC"));
});

test("every section has a name", () => {
  const names = SECTIONS.map((section) => sectionName(translatorFor("en"), section));
  expect(new Set(names).size).toBe(7 + FACT_GROUPS.length);
  for (const name of names) expect(name).not.toMatch(/[:]group|fr\./);
});
