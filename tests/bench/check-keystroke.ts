import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { PROFILE_KNOWLEDGE } from "~/catalogue/zone-profile";
import { compileEngine, replaceProfile } from "~/domain/assessment/engine/engine";
import { verdictAt } from "~/domain/assessment/engine/verdicts";
import { type JudgingGround, judgePlacedProducts, type ModelStanding } from "~/domain/assessment/placed-products";
import { zoneProfile } from "~/domain/assessment/zone-profile";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { flatVector } from "~/domain/security-level/security-level";
import { applyCommands } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { assetsIn, conduitsOf, indexModel, otherEndOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import { aLargeZoneModel } from "../builders/zone-model";

/** The keystroke of the check bench: bundled for the browser, where it is typed. */

type Placed = { model: ZoneModel; declarations: ReadonlyArray<DeclarationContent>; asOf: string };

/** A hospital of 300 zones in which every third device is a product that is known. */
export function placeProducts(declarations: ReadonlyArray<DeclarationContent>, asOf: string): Placed {
  const model = aLargeZoneModel();
  const assets = model.assets.map((asset, place) =>
    place % 3 === 0 ? { ...asset, productReleaseId: String(place % declarations.length) } : asset,
  );
  return { model: { ...model, assets }, declarations, asOf };
}

const RULED = { organisation: { patchDaysHigh: 90, signedUpdates: true, plannedServiceYears: 5 } };

/** Something typed into a zone: a threshold, or a level. */
function commandOf(zone: Zone, stroke: number): ZoneModelCommand {
  if (stroke % 4 === 0)
    return {
      type: "set-sl-target",
      zoneId: zone.id,
      slTarget: flatVector(stroke % 8 === 0 ? 3 : 2),
      rationale: "Agreed",
    };
  return {
    type: "update-zone",
    zoneId: zone.id,
    changes: { policy: { before: zone.policy, after: { patchDaysHigh: 30 + (stroke % 60) } } },
  };
}
