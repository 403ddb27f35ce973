import { describe, expect, test } from "vitest";
import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPE_BY_ID } from "~/catalogue/reference-zones";
import { MODEL_TEMPLATES, TEMPLATE_OFFERS, templateFragment } from "~/catalogue/templates/model-templates";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import { commandsOfFragment, readFragment, writeFragment } from "~/domain/zone-model/fragment";
import { evaluateRules } from "~/domain/zone-model/rules";
import { EMPTY_ZONE_MODEL, ZoneModelSchema } from "~/domain/zone-model/zone-model";

/**
 * What the patterns were remembered with and our rules do not allow: a way straight to a provider outside, and service
 * or login over channels of which nobody has said that they are encrypted. They stay, so that the rules can say it.
 */
const KNOWN_ERRORS: Readonly<Record<string, ReadonlyArray<string>>> = {
  "image-archive": ["boundary-channel-is-encrypted", "untrusted-zone-has-a-boundary-zone"],
  "telehealth-monitoring": ["boundary-channel-is-encrypted", "untrusted-zone-has-a-boundary-zone"],
  "imaging-network": ["boundary-channel-is-encrypted"],
  "laboratory-network": ["boundary-channel-is-encrypted"],
};

function modelFrom(id: string) {
  const fragment = templateFragment(id);
  if (!fragment) throw new Error(`no template ${id}`);
  let number = 0;
  const newId = () => {
    number += 1;
    return `n${number}`;
  };
  const commands = commandsOfFragment(fragment, { newId, into: null, at: null, nameOf: (name) => name });
  const applied = applyCommands(EMPTY_ZONE_MODEL, commands);
  if (!applied.ok) throw new Error(`${id}: ${applied.refusal.refusal.code}`);
  return { model: applied.value, commands };
}

test("templates have ids of their own, and what is not known is undefined", () => {
  expect(new Set(MODEL_TEMPLATES.map(({ id }) => id)).size).toBe(MODEL_TEMPLATES.length);
  expect(MODEL_TEMPLATES.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      "whole-hospital",
      "imaging-department",
      "laboratory",
      "intensive-care",
      "small-clinic",
    ]),
  );
  expect(MODEL_TEMPLATES).toHaveLength(11);
  expect(templateFragment("empty")).toBeUndefined();
});

test("nothing in a template is surer than memory, and no publisher or product is named", () => {
  const text = JSON.stringify(MODEL_TEMPLATES);
  expect(MODEL_TEMPLATES.filter(({ confidence }) => confidence !== "recalled")).toEqual([]);
  expect(text).not.toMatch(/NIST|NHS|SP 1800|Hospira|Braun|Baxter|Alaris|Smiths|Cisco|Microsoft/);
});

describe.each(MODEL_TEMPLATES.map(({ id }) => id))("%s", (id) => {
  test("is put into an empty model without refusal, and is a model", () => {
    const { model } = modelFrom(id);
    expect(ZoneModelSchema.parse(model)).toEqual(model);
    expect(findInconsistencies(model)).toEqual([]);
    const offer = TEMPLATE_OFFERS.find((one) => one.id === id);
    expect([model.zones.length, model.conduits.length, model.assets.length]).toEqual([
      offer?.zones,
      offer?.conduits,
      offer?.assets,
    ]);
  });

  test("zones are of kinds that exist and have a target, or lie outside", () => {
    const { model } = modelFrom(id);
    for (const { name, referenceType, slTarget, trustClass } of model.zones) {
      expect(REFERENCE_ZONE_TYPE_BY_ID.has(referenceType ?? ""), name).toBe(true);
      expect(slTarget !== null || trustClass === "untrusted", name).toBe(true);
    }
    expect(new Set(model.zones.map(({ name }) => name)).size).toBe(model.zones.length);
  });

  test("every conduit has channels, and those that the catalogue knows have their usual port", () => {
    const { model } = modelFrom(id);
    const ports = new Map(
      REFERENCE_PROTOCOLS.map(({ name, port }) => [name, port === null ? "" : `${port}`]),
    );
    for (const { channels } of model.conduits) {
      expect(channels.length).toBeGreaterThan(0);
      for (const { protocol, ports: own } of channels) expect(own, protocol).toBe(ports.get(protocol) ?? "");
    }
    expect(model.conduits.length).toBeGreaterThan(0);
  });

  test("the rules find no error in it but the known ones", () => {
    const { model } = modelFrom(id);
    const errors = evaluateRules(model).filter(({ severity }) => severity === "error");
    expect([...new Set(errors.map(({ ruleId }) => ruleId))].sort()).toEqual(KNOWN_ERRORS[id] ?? []);
  });

  test("is a part that can be pasted", () => {
    const fragment = templateFragment(id);
    expect(fragment && readFragment(writeFragment(fragment))).toEqual({ ok: true, value: fragment });
  });
});
