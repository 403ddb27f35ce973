import { expect, test } from "vitest";
import { presentDeclaration } from "~/presenters/present-declaration.server";
import { presentStanding } from "~/presenters/present-standing.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft, aRequest, aSignedDeclaration } from "../../builders/declaration";

const database = aDatabase();

test("a draft says for every open request how far it is and how it would come out", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const declarationId = await aDraft(caller);
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  await aRequest(hospital, caller.actor.organisationId);
  const [before] = (await presentStanding(caller, declarationId)).requests;
  expect(before).toMatchObject({ answered: 0, verdict: "incomplete" });
  expect(before?.demanded).toBeGreaterThan(0);
  const { rows, standing } = await presentDeclaration(caller, declarationId);
  expect(standing?.requests).toEqual([before]);
  const changes = rows.map(({ id }) => ({
    requirementId: id,
    before: null,
    answer: { value: "met" as const },
  }));
  accepted(await answerRequirements(caller, { declarationId, changes }));
  const after = await presentStanding(caller, declarationId);
  expect(after.requests).toMatchObject([{ answered: before?.demanded, demanded: before?.demanded }]);
  expect(after.requests[0]?.verdict).not.toBe("does-not-conform");
  expect(after.withoutEvidence).toHaveLength(rows.length);
});

test("nobody learns how the draft of another supplier stands, and what is signed stands as it is", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const other = await aSupplierCaller(database(), "contributor");
  const draftId = await aDraft(caller);
  await expect(presentStanding(other, draftId)).rejects.toMatchObject({ code: "not-found" });
  const signedId = await aSignedDeclaration(caller);
  expect((await presentDeclaration(caller, signedId)).standing).toBeNull();
});
