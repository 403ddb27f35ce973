import fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "~/domain/assessment/assess";
import { normalise } from "~/domain/assessment/normal-form";
import {
  StoredAssessmentSchema,
  StoredContentSchema,
  StoredProfileSchema,
} from "~/domain/assessment/stored-schemas";
import { ARBITRARY_DAY, declarationContent, profile } from "../../builders/arbitraries";

/** As it comes back from a column. */
const stored = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

test("whatever is judged today can be read tomorrow: the profile, what was declared, and what came of it", () => {
  fc.assert(
    fc.property(profile, declarationContent, (demanded, declared) => {
      const content = normalise(declared);
      expect(StoredProfileSchema.safeParse(stored(demanded)).error).toBeUndefined();
      expect(StoredContentSchema.safeParse(stored(content)).error).toBeUndefined();
      const assessment = assess(demanded, declared, ARBITRARY_DAY);
      expect(StoredAssessmentSchema.safeParse(stored(assessment)).error).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

test("what any member of is missing or of another kind is named by its path", () => {
  const [demanded] = fc.sample(profile, { numRuns: 1, seed: 1 });
  const [declared] = fc.sample(declarationContent, { numRuns: 1, seed: 1 });
  if (!demanded || !declared) throw new Error("nothing drawn");
  const assessment = assess(demanded, declared, ARBITRARY_DAY);
  for (const member of StoredAssessmentSchema.keyof().options) {
    const issues = StoredAssessmentSchema.safeParse({ ...assessment, [member]: 7.5 }).error?.issues;
    expect(issues?.[0]?.path[0], member).toBe(member);
  }
  const { slTarget: _, ...withoutTarget } = demanded;
  expect(StoredProfileSchema.safeParse(withoutTarget).error?.issues[0]?.path).toEqual(["slTarget"]);
  const answers = { "CR 1.1": { value: "perhaps" } };
  const issues = StoredContentSchema.safeParse({ ...declared, answers }).error?.issues;
  expect(issues?.[0]?.path).toEqual(["answers", "CR 1.1", "value"]);
});
