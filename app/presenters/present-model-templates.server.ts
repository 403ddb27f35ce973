import { TEMPLATE_OFFERS, type TemplateOffer, templateFragment } from "~/catalogue/templates/model-templates";
import type { Fragment } from "~/domain/zone-model/fragment";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";

export type OfferedTemplate = TemplateOffer & { fragment: Fragment };

/** Every template, as a part that the browser can put into a model. */
export async function presentModelTemplates({
  actor,
}: Caller): Promise<{ templates: ReadonlyArray<OfferedTemplate> }> {
  requirePermission(actor, "model.edit");
  return {
    templates: TEMPLATE_OFFERS.flatMap((offer) => {
      const fragment = templateFragment(offer.id);
      return fragment ? [{ ...offer, fragment }] : [];
    }),
  };
}
