import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterCommands,
  fingerprintOfTarget,
  NO_TARGET,
  saidFields,
  targetHistory,
  targetWrite,
} from "~/domain/risk/target-record";
import { flatVector } from "~/domain/security-level/security-level";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import { aZone } from "../../builders/zone-model";
import { acceptedOf, someCommands } from "../zone-model/arbitraries";
import { anAssessment } from "./arbitraries";

const IMAGING = { kind: "zone" as const, id: "imaging" };
const AT = "2026-11-22T06:00:00.000Z";

const setting = (level: 1 | 2, rationale: string): ZoneModelCommand => ({
  type: "set-sl-target",
  zoneId: "imaging",
  slTarget: flatVector(level),
  rationale,
});

test("only what differs is a change, also from a state that is given", () => {
  const edits = [
    { personId: "a", at: AT, commands: [setting(1, "As suggested")] },
    { personId: "b", at: AT, commands: [setting(1, "Better words")] },
    { personId: "c", at: AT, commands: [setting(2, "Better words"), setting(1, "Better words")] },
  ];
  expect(targetHistory(edits, IMAGING).map(({ personId, fields }) => [personId, fields])).toEqual([
    ["a", ["slTarget", "slTargetRationale"]],
    ["b", ["slTargetRationale"]],
  ]);
  const before = { ...NO_TARGET, slTarget: flatVector(1), slTargetRationale: "As suggested" };
  expect(targetHistory(edits, IMAGING, before).map(({ personId }) => personId)).toEqual(["b"]);
});

test("whatever is drawn, an element says what the commands that wrote it say", () => {
  fc.assert(
    fc.property(someCommands, (commands) => {
      const steps = acceptedOf(EMPTY_ZONE_MODEL, commands);
      const { zones, conduits } = steps.at(-1)?.after ?? EMPTY_ZONE_MODEL;
      const all = steps.map(({ command }) => command);
      for (const [kind, elements] of [
        ["zone", zones],
        ["conduit", conduits],
      ] as const)
        for (const element of elements) {
          const said = afterCommands(NO_TARGET, all, { kind, id: element.id });
          expect(fingerprintOfTarget(said)).toBe(fingerprintOfTarget(element));
        }
    }),
    { numRuns: 60 },
  );
});

test("moving, renaming and deleting write no target", () => {
  expect(targetWrite({ type: "update-zone", zoneId: "imaging", changes: { name: "MRI" } })).toBeUndefined();
  expect(targetWrite({ type: "delete-zone", zoneId: "imaging" })).toBeUndefined();
  expect(targetWrite({ type: "add-zone", zone: aZone(), place: null })?.element).toEqual(IMAGING);
});

test("what says nothing has no author", () => {
  expect(saidFields(NO_TARGET)).toEqual([]);
  expect(saidFields({ ...NO_TARGET, slTargetRationale: "So" })).toEqual(["slTargetRationale"]);
});

test("assessments from before consequences were rated again keep their fingerprint", () => {
  fc.assert(
    fc.property(anAssessment, (riskAssessment) => {
      const bare = riskAssessment.threats.map(({ residualConsequence: _, ...threat }) => threat);
      const explicit = bare.map((threat) => ({ ...threat, residualConsequence: undefined }));
      const of = (threats: typeof explicit) =>
        fingerprintOfTarget({ ...NO_TARGET, riskAssessment: { ...riskAssessment, threats } });
      expect(of(explicit)).toBe(
        fingerprintOfTarget({ ...NO_TARGET, riskAssessment: { ...riskAssessment, threats: bare } }),
      );
    }),
  );
});
