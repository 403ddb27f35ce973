import { PROFILE_KNOWLEDGE } from "~/catalogue/zone-profile";
import { compileEngine, replaceProfile } from "~/domain/assessment/engine/engine";
import { verdictAt } from "~/domain/assessment/engine/verdicts";
import { judgePlacedProducts, type ModelStanding } from "~/domain/assessment/placed-products";
import { zoneProfile } from "~/domain/assessment/zone-profile";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { PolicyLayer } from "~/domain/policy/policy";
import { flatVector } from "~/domain/security-level/security-level";
import { applyCommand } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import {
  assetsIn,
  conduitsOf,
  indexModel,
  otherEndOf,
  type ZoneModelIndex,
} from "~/domain/zone-model/queries";
import { evaluateAgain } from "~/domain/zone-model/rules";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import { aLargeZoneModel } from "../builders/zone-model";

/** One keystroke in a model of 300 zones, for the check bench: bundled for the browser, where it is typed. */

const ORGANISATION: PolicyLayer = { patchDaysHigh: 90, signedUpdates: true, plannedServiceYears: 5 };
const MODEL_ID = "largest";

/** Everything that stands when a key is pressed; `stroke` numbers the keystrokes, each of which changes something. */
export function aHospital(declarations: ReadonlyArray<DeclarationContent>, asOf: string) {
  let model = withProducts(aLargeZoneModel(), declarations.length);
  const index = indexModel(model);
  // A zone without a target demands nothing and stands here with the lowest.
  const profileOf = (at: ZoneModelIndex, { id }: Pick<Zone, "id">) => {
    const zone = at.zoneById.get(id) ?? at.model.zones[0];
    if (!zone) throw new Error("there is no zone");
    const asked = { ...zone, slTarget: zone.slTarget ?? flatVector(0) };
    return zoneProfile(PROFILE_KNOWLEDGE, {
      index: at,
      zone: asked,
      organisationPolicy: ORGANISATION,
      countermeasures: [],
    });
  };
  const engine = compileEngine({
    requirements: PROFILE_KNOWLEDGE.requirements,
    asOf,
    profiles: model.zones.map((zone) => profileOf(index, zone)),
    declarations,
  });
  const placeOf = new Map(model.zones.map(({ id }, place) => [id, place]));
  const verdictsIn = (at: ZoneModelIndex, zoneId: string) =>
    assetsIn(at, zoneId).flatMap(({ productReleaseId }) =>
      productReleaseId === null ? [] : verdictAt(engine, placeOf.get(zoneId) ?? 0, Number(productReleaseId)),
    );

  const ground = {
    modelId: MODEL_ID,
    knowledge: PROFILE_KNOWLEDGE,
    organisationPolicy: ORGANISATION,
    ledger: [],
    products: declarations.map((content, place) => ({
      releaseId: String(place),
      name: `Product ${place}`,
      content,
    })),
    asOf,
  };
  let evaluation = evaluateAgain(index);
  let standing: ModelStanding = judgePlacedProducts(ground, index);

  function press(stroke: number) {
    const zone = model.zones[1 + ((stroke * 7) % (model.zones.length - 1))];
    if (!zone) throw new Error("there is no zone");
    const applied = applyCommand(model, commandOf(zone, stroke));
    if (!applied.ok) throw new Error("the command was refused");
    model = applied.value;
    const now = indexModel(model, evaluation.index);
    evaluation = evaluateAgain(now, evaluation);
    return { zone, now, findings: evaluation.findings };
  }

  return {
    /** Rules, then the zone and its neighbours through the engine; says how much there was to tell. */
    typeThroughEngine(stroke: number): number {
      const { zone, now, findings } = press(stroke);
      const ends = conduitsOf(now, zone.id).map((conduit) => otherEndOf(conduit, zone.id));
      const touched = [...new Set([zone.id, ...ends])];
      for (const id of touched) replaceProfile(engine, placeOf.get(id) ?? 0, profileOf(now, { id }));
      return findings.length + touched.flatMap((id) => verdictsIn(now, id)).length;
    },
    /** Rules, then what the editor runs: every zone whose demands have changed is explained anew. */
    typeInEditor(stroke: number): number {
      const { now, findings } = press(stroke);
      standing = judgePlacedProducts(ground, now, standing);
      return findings.length + standing.size;
    },
  };
}

/** Every third device is a product that is known. */
function withProducts(model: ZoneModel, products: number): ZoneModel {
  const assets = model.assets.map((asset, place) =>
    place % 3 === 0 ? { ...asset, productReleaseId: String(place % products) } : asset,
  );
  return { ...model, assets };
}

/** A threshold or a level, typed into a zone; never what stands there already. */
function commandOf(zone: Zone, stroke: number): ZoneModelCommand {
  if (stroke % 4 !== 0) {
    const policy = { ...zone.policy, patchDaysHigh: 30 + (stroke % 61) };
    return { type: "update-zone", zoneId: zone.id, changes: { policy } };
  }
  const slTarget = flatVector(zone.slTarget?.IAC === 3 ? 2 : 3);
  return { type: "set-sl-target", zoneId: zone.id, slTarget, rationale: "Agreed" };
}
