import fc from "fast-check";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { RATINGS } from "~/domain/risk/risk-assessment";
import {
  FOUNDATIONAL_REQUIREMENTS,
  fromLevels,
  SECURITY_LEVELS,
} from "~/domain/security-level/security-level";
import { applyCommand } from "~/domain/zone-model/apply-command";
import { type ZoneModelCommand, ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import {
  CRITICALITY_LEVELS,
  EMPTY_ZONE_MODEL,
  INITIATORS,
  TRANSPORTS,
  TRUST_CLASSES,
  type ZoneModel,
} from "~/domain/zone-model/zone-model";

/** Few ids, so that commands meet: most refer to something that is there, some to something that is not. */
const id = fc.constantFrom("a", "b", "c", "d", "e", "constructor");
const idOrNone = fc.option(id, { freq: 2 });
const text = fc.constantFrom("", "Ward", "ward", "Žilina 2");
const name = fc.constantFrom("ICU", "Icu", "Imaging", "Labor");
const flag = fc.boolean();
const vector = fc
  .array(fc.constantFrom(...SECURITY_LEVELS), { minLength: 7, maxLength: 7 })
  .map((levels) => fromLevels(levels));
const slTarget = fc.option(vector, { freq: 3 });
const coordinate = fc.integer({ min: -900, max: 900 });
const size = fc.integer({ min: 40, max: 900 });
const place = fc.option(
  fc.record({ x: coordinate, y: coordinate, width: size, height: size }, { requiredKeys: ["x", "y"] }),
  { freq: 4 },
);
const position = fc.option(fc.nat(8), { nil: undefined });
const level = fc.constantFrom(...CRITICALITY_LEVELS);

const rating = fc.constantFrom(...RATINGS);
const rated = fc.record({
  id: fc.constantFrom("t1", "t2", "t3"),
  threatId: fc.constantFrom(null, "portable-media"),
  name,
  foundationalRequirements: fc.uniqueArray(fc.constantFrom(...FOUNDATIONAL_REQUIREMENTS), {
    minLength: 1,
    maxLength: 7,
  }),
  consequence: fc.option(rating),
  likelihood: fc.option(rating),
  residualLikelihood: fc.option(rating),
  reason: text,
});
/** What was added later: absent in assessments from before. */
const threat = fc
  .tuple(rated, fc.record({ residualConsequence: rating, residualReason: name }, { requiredKeys: [] }))
  .map(([first, again]) => ({ ...first, ...again }));
const riskAssessment = fc.option(
  fc.record({
    matrixVersion: fc.nat(3),
    consequence: fc.record({
      patientSafety: fc.option(rating),
      careContinuity: fc.option(rating),
      data: fc.option(rating),
    }),
    consequenceReason: text,
    vulnerabilities: text,
    threats: fc.uniqueArray(threat, { maxLength: 3, selector: ({ id }) => id }),
    tolerableRisk: fc.option(fc.integer({ min: 1, max: 25 })),
  }),
  { freq: 2 },
);

const zoneFacts = {
  name,
  purpose: text,
  referenceType: fc.constantFrom(null, "remote-vendor-access", "imaging", "enterprise"),
  trustClass: fc.constantFrom(...TRUST_CLASSES),
  criticality: fc.record({ patientSafety: level, continuityOfCare: level, confidentiality: level }),
  owner: text,
  slTargetRationale: text,
  weakerThanParentReason: text,
  riskAssessment,
};
const zone = fc.record({ ...zoneFacts, id, parentId: idOrNone, slTarget });

const channel = fc.record({
  id: fc.constantFrom("ch1", "ch2", "ch3"),
  protocol: name,
  ports: fc.constantFrom("", "443", "8000-8010"),
  transport: fc.constantFrom(...TRANSPORTS),
  initiator: fc.constantFrom(...INITIATORS),
  encrypted: fc.option(flag),
  authenticated: fc.option(flag),
  purpose: text,
});
const conduitFacts = {
  name: text,
  fromZoneId: id,
  toZoneId: id,
  slTarget,
  slTargetRationale: text,
  riskAssessment,
  wireless: flag,
  remoteAccess: flag,
  temporary: flag,
  channels: fc.array(channel, { maxLength: 2 }),
};
const conduit = fc.record({ ...conduitFacts, id });

const assetFacts = {
  name,
  productReleaseId: fc.constantFrom(null, "release-1"),
  componentTypes: fc.uniqueArray(fc.constantFrom(...COMPONENT_TYPES), { maxLength: 3 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  location: text,
  softwareVersion: text,
  manufacturer: text,
  model: text,
  udiDi: text,
  safetyRelated: flag,
  wireless: flag,
  portable: flag,
  externallyConnected: flag,
};
const asset = fc.record({ ...assetFacts, id, zoneId: idOrNone });

const element = fc.record({ kind: fc.constantFrom("zone", "conduit", "asset"), id });
const waiver = fc.record({
  id,
  ruleId: fc.constantFrom("zone-has-sl-target", "asset-is-in-a-zone"),
  element,
  reason: name,
  expiresOn: fc.constantFrom("2026-12-31", "2027-06-30"),
});

const changesOf = <Facts extends object>(facts: { [Name in keyof Facts]: fc.Arbitrary<Facts[Name]> }) =>
  fc.record(facts, { requiredKeys: [] }).filter((changes) => Object.keys(changes).length > 0);
const type = <Type extends ZoneModelCommand["type"]>(value: Type) => fc.constant(value);

/** Any command that passes the schema, sensible or not. */
export const aCommand: fc.Arbitrary<ZoneModelCommand> = fc
  .oneof(
    { weight: 4, arbitrary: fc.record({ type: type("add-zone"), zone, place, position }) },
    fc.record({ type: type("update-zone"), zoneId: id, changes: changesOf(zoneFacts) }),
    fc.record({ type: type("set-sl-target"), zoneId: id, slTarget, rationale: text }),
    fc.record({ type: type("place-zone"), zoneId: id, place }),
    { weight: 2, arbitrary: fc.record({ type: type("nest-zone"), zoneId: id, parentId: idOrNone, place }) },
    fc.record({ type: type("delete-zone"), zoneId: id }),
    { weight: 4, arbitrary: fc.record({ type: type("add-conduit"), conduit, position }) },
    fc.record({ type: type("update-conduit"), conduitId: id, changes: changesOf(conduitFacts) }),
    fc.record({ type: type("delete-conduit"), conduitId: id }),
    { weight: 4, arbitrary: fc.record({ type: type("add-asset"), asset, position }) },
    fc.record({ type: type("update-asset"), assetId: id, changes: changesOf(assetFacts) }),
    fc.record({ type: type("move-asset"), assetId: id, zoneId: idOrNone }),
    fc.record({ type: type("delete-asset"), assetId: id }),
    fc.record({ type: type("add-waiver"), waiver, position }),
    fc.record({ type: type("delete-waiver"), waiverId: id, element }),
  )
  .map((command) => ZoneModelCommandSchema.parse(command));

export const someCommands = fc.array(aCommand, { maxLength: 60, size: "max" });

/** A model that people could have drawn: any commands, the refused ones left out. */
export const aDrawnModel: fc.Arbitrary<ZoneModel> = someCommands.map((commands) =>
  acceptedOf(EMPTY_ZONE_MODEL, commands).reduce((_, { after }) => after, EMPTY_ZONE_MODEL),
);

/** The steps that are accepted, each with the model before and after it. */
export function acceptedOf(
  start: ZoneModel,
  commands: ReadonlyArray<ZoneModelCommand>,
): ReadonlyArray<{ command: ZoneModelCommand; before: ZoneModel; after: ZoneModel }> {
  let before = start;
  return commands.flatMap((command) => {
    const applied = applyCommand(before, command);
    if (!applied.ok) return [];
    const step = { command, before, after: applied.value };
    before = applied.value;
    return [step];
  });
}
