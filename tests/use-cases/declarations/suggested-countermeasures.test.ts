import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { presentDeclaration } from "~/presenters/present-declaration.server";
import { presentSuggestedCountermeasures } from "~/presenters/present-suggested-countermeasures.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import type { Caller } from "~/use-cases/use-case.server";
import { aCaller, aDatabase, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft } from "../../builders/declaration";

const database = aDatabase();

async function describe(caller: Caller, declarationId: string, requirementId: string, note: string) {
  const answer = { value: "met-with-countermeasure" as const, note };
  const changes = [{ requirementId, before: null, answer }];
  accepted(await answerRequirements(caller, { declarationId, changes }));
}

test("a row names its sources: own words elsewhere, its system requirement, the portal", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const stranger = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  await describe(caller, await aDraft(caller), "CR 6.2", "A passive sensor of ours.");
  await describe(stranger, await aDraft(stranger), "CR 6.2", "What another supplier wrote.");
  const before = await presentDeclaration(caller, declarationId);
  const shown = await presentSuggestedCountermeasures(caller, { declarationId, requirementId: "CR 6.2" });
  expect(shown.own).toMatchObject([{ text: "A passive sensor of ours.", origin: { version: 1 } }]);
  expect(shown.system).toMatchObject({ id: "SR 6.2" });
  expect(shown.portal.length).toBeGreaterThan(0);
  expect(JSON.stringify(shown)).not.toContain("another supplier");
  // Asking stores nothing.
  expect((await presentDeclaration(caller, declarationId)).declaration).toEqual(before.declaration);
});

test("the declaration's own text is no suggestion to itself, and only countermeasures are words for one", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  await describe(caller, declarationId, "CR 6.2", "Own words here.");
  const other = await aDraft(caller);
  const changes = [
    { requirementId: "CR 6.2", before: null, answer: { value: "not-met" as const, note: "A remark." } },
  ];
  accepted(await answerRequirements(caller, { declarationId: other, changes }));
  const asked = { declarationId, requirementId: "CR 6.2" };
  expect((await presentSuggestedCountermeasures(caller, asked)).own).toEqual([]);
});

test("what is not there, another supplier's, or not to be answered by this person says so", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const ask = (by: Caller, requirementId: string) =>
    presentSuggestedCountermeasures(by, { declarationId, requirementId });
  await expect(ask(caller, "CR 99.1")).rejects.toMatchObject({ code: "not-found" });
  const stranger = await aSupplierCaller(database(), "contributor");
  await expect(ask(stranger, "CR 6.2")).rejects.toMatchObject({ code: "not-found" });
  const { organisationId } = caller.actor;
  const signatory = await aCaller(database(), { organisationId, kind: "supplier", roles: ["signatory"] });
  await expect(ask(signatory, "CR 6.2")).rejects.toMatchObject({ code: "forbidden" });
});

test("every row answers, with a suggestion or without", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  for (const { id, systemRequirement } of COMPONENT_REQUIREMENTS) {
    const shown = await presentSuggestedCountermeasures(caller, { declarationId, requirementId: id });
    expect(shown.system?.id ?? null).toBe(systemRequirement);
  }
});
