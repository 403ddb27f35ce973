import type { Fragment } from "~/domain/zone-model/fragment";
import { fragmentOfTemplate, type ModelTemplate } from "~/domain/zone-model/template";
import { deepFreeze } from "../freeze";
import { REFERENCE_PROTOCOL_BY_ID, REFERENCE_ZONE_TYPE_BY_ID } from "../reference-zones";
import { ARCHITECTURE_TEMPLATES } from "./architecture-templates";
import { DEPARTMENT_TEMPLATES } from "./hospital-templates";
import { WHOLE_HOSPITAL } from "./whole-hospital";

/** Models, and parts of models, to start from. Every one is a suggestion; none is a publication. */
export const MODEL_TEMPLATES: ReadonlyArray<ModelTemplate> = deepFreeze([
  WHOLE_HOSPITAL,
  ...DEPARTMENT_TEMPLATES,
  ...ARCHITECTURE_TEMPLATES,
]);

const BY_ID = new Map(MODEL_TEMPLATES.map((template) => [template.id, template]));

/** A template as a part that can be put into any model, or undefined where there is none of this id. */
export function templateFragment(id: string): Fragment | undefined {
  const template = BY_ID.get(id);
  return (
    template &&
    fragmentOfTemplate(template, {
      zoneTypes: REFERENCE_ZONE_TYPE_BY_ID,
      protocols: REFERENCE_PROTOCOL_BY_ID,
    })
  );
}

export type TemplateOffer = Pick<ModelTemplate, "id" | "name" | "about" | "confidence"> & {
  zones: number;
  conduits: number;
  assets: number;
};

/** What there is to choose from, with counts. An asset with a quantity is one. */
export const TEMPLATE_OFFERS: ReadonlyArray<TemplateOffer> = MODEL_TEMPLATES.map(
  ({ id, name, about, confidence, zones, conduits }) => ({
    ...{ id, name, about, confidence },
    zones: zones.length,
    conduits: conduits.length,
    assets: zones.reduce((sum, { assets = [] }) => sum + assets.length, 0),
  }),
);
