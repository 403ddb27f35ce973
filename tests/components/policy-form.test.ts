import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fieldName,
  fieldsOfForm,
  fieldsOfLayer,
  layerOfFields,
  type RuleFields,
  toPolicyErrors,
} from "~/components/policy/policy-form";
import { PolicyLayerSchema } from "~/domain/policy/policy";
import { POLICY_KEYS, POLICY_RULES } from "~/domain/policy/policy-rules";
import { storedLayers } from "../domain/policy/layers";

/** What a browser makes of the fields: a value with one text is no list, a ladder has its levels as names. */
function posted(fields: RuleFields): unknown {
  return Object.fromEntries(
    POLICY_KEYS.map((key) => {
      const { mode, value } = fields[key];
      const [only] = value;
      if (POLICY_RULES[key].kind === "ladder") return [key, { mode, value: { ...value } }];
      if (value.length === 0) return [key, { mode }];
      return [key, { mode, value: value.length === 1 ? only : [...value] }];
    }),
  );
}

test("a layer comes back from its form as it was, whatever it would inherit", () => {
  fc.assert(
    fc.property(storedLayers, storedLayers, (layer, suggested) => {
      // Not to demand something is to switch it off: the form knows one way to say it.
      const plain = Object.fromEntries(
        Object.entries(layer).map(([key, entry]) => [key, entry === false ? null : entry]),
      );
      const fields = fieldsOfLayer(layer, suggested);
      const back = layerOfFields(fieldsOfForm(posted(fields)));
      expect(PolicyLayerSchema.parse(back)).toEqual(plain);
    }),
  );
});

test("a rule without a value of its own begins with what it would inherit", () => {
  const fields = fieldsOfLayer({ patchDaysCritical: null }, { patchDaysHigh: 90, patchDaysCritical: 30 });
  expect(fields.patchDaysHigh).toEqual({ mode: "inherit", value: ["90"] });
  expect(fields.patchDaysCritical).toEqual({ mode: "off", value: ["30"] });
  expect(fields.wireless).toEqual({ mode: "inherit", value: [] });
  expect(layerOfFields(fields)).toEqual({ patchDaysCritical: null });
});

test("a choice of one's own with nothing ticked is an empty choice, not silence", () => {
  expect(layerOfFields(fieldsOfForm({ wireless: { mode: "own" } }))).toEqual({ wireless: [] });
});

test("a demand has no value to choose", () => {
  expect(layerOfFields(fieldsOfForm({ signedUpdates: { mode: "own" } }))).toEqual({ signedUpdates: true });
});

test("what makes no sense stays as it was typed, for the schema to refuse", () => {
  const layer = layerOfFields(
    fieldsOfForm({
      patchDaysHigh: { mode: "own", value: " " },
      patchDaysCritical: { mode: "own", value: "soon" },
      openVulnerabilities: { mode: "own", value: "horrible" },
      developmentEvidence: { mode: "own", value: { 0: "accredited", 1: "none", 2: "none", 3: "none" } },
    }),
  );
  expect(layer).toEqual({
    patchDaysHigh: " ",
    patchDaysCritical: Number.NaN,
    openVulnerabilities: "horrible",
    developmentEvidence: ["accredited", "none", "none", "none"],
  });
  const parsed = PolicyLayerSchema.safeParse(layer);
  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["patchDaysCritical", "whole-number"],
    ["patchDaysHigh", "whole-number"],
    ["openVulnerabilities", expect.any(String)],
    ["developmentEvidence", "ladder-falls"],
  ]);
});

test("whatever else is posted changes nothing", () => {
  for (const form of [
    undefined,
    "x",
    [],
    null,
    { patchDaysHigh: "own" },
    { patchDaysHigh: { mode: "maybe" } },
  ])
    expect(layerOfFields(fieldsOfForm(form))).toEqual({});
  const nested = fieldsOfForm({ wireless: { mode: "own", value: { a: { b: "wifi" }, c: "wifi" } } });
  expect(nested.wireless.value).toEqual(["wifi"]);
});

test("errors find the rule they belong to, others keep their name", () => {
  const errors = {
    "layer.patchDaysHigh": ["too-small"],
    "layer.wireless.0": ["invalid"],
    "layer.wireless.1": ["invalid", "duplicate-value"],
    "layer.nobody": ["unknown-field"],
    reason: ["required"],
  };
  expect(toPolicyErrors(errors, "layer.")).toEqual({
    [fieldName("patchDaysHigh")]: ["too-small"],
    [fieldName("wireless")]: ["invalid", "duplicate-value"],
    "layer.nobody": ["unknown-field"],
    reason: ["required"],
  });
});
