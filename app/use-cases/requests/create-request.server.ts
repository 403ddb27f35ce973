import { z } from "zod";
import { COMPONENT_TYPES, ComponentTypeSchema } from "~/domain/requirement/component-requirement";
import { IsoDateSchema, toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText, textBlock } from "~/domain/shared/text";
import { ElementIdSchema } from "~/domain/zone-model/zone-model";
import { findOrganisation } from "~db/repositories/organisations";
import { openProfiles } from "../profiles/profile-source.server";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { type InvalidInput, useCase } from "../use-case.server";
import {
  addressedSupplier,
  hasSupplierError,
  SUPPLIER_ERRORS,
  SupplierFields,
  type SupplierRefusal,
} from "./addressed-supplier.server";
import { findAskedZone } from "./asked-zone.server";
import { sendRequest } from "./send-request.server";

const RequestFields = z.strictObject({
  modelId: z.string().min(1, "required").max(64),
  zoneId: ElementIdSchema,
  ...SupplierFields,
  /** What is wanted, in the hospital's words: it is sent as it is. */
  subject: lineOfText(200),
  message: textBlock(4000),
  dueOn: IsoDateSchema,
  /** Checkboxes: none, one or several. */
  componentTypes: z.preprocess(
    (raw) => (typeof raw === "string" ? [raw] : (raw ?? [])),
    z.array(ComponentTypeSchema).max(COMPONENT_TYPES.length),
  ),
});

/** Says what is missing of the supplier together with what is wrong in the other fields. */
const CreateRequestInput = SUPPLIER_ERRORS.reduce(
  (schema, [field, message]) =>
    schema.refine((wanted) => !hasSupplierError(wanted, field, message), {
      path: [field],
      message,
      when: ({ value }) => typeof value === "object" && value !== null,
    }),
  RequestFields,
);

type SentRequest = { id: string; supplierId: string; revisionNumber: number };

/** A zone without SL-T asks for nothing that could be sent. */
export type CreateRequestRefusal = { code: "zone-without-target" } | SupplierRefusal | InvalidInput;

/**
 * Asks a supplier to declare a product for one zone of the latest revision. What the supplier will see is frozen
 * here: the profile of the zone's class, never the zone (product.md §3).
 */
export const createRequest = useCase({
  action: "request.create",
  input: CreateRequestInput,
  async run({ db, actor, input, now, newId }): Promise<Result<SentRequest, CreateRequestRefusal>> {
    const { organisationId } = actor;
    const source = await openProfiles(db, organisationId);
    const zone = await findAskedZone(db, source, organisationId, input);
    if (!zone.ok) return zone;
    if (input.dueOn < toIsoDate(now)) return refuse(DUE_IN_THE_PAST);
    const step = { db, now, newId };
    const addressed = await addressedSupplier(step, actor, input);
    if (!addressed.ok) return addressed;
    const { supplierId } = addressed.value;
    const shared = () => seenByHospitals(db, { supplierId }, [organisationId]);
    const before = await shared();
    const hospital = await findOrganisation(db, organisationId);
    const { subject, message, dueOn } = input;
    const id = await sendRequest(step, actor, {
      ...{ hospitalName: hospital?.name ?? "", zone: zone.value, supplier: addressed.value },
      ...{ subject, message, dueOn },
    });
    if (id === undefined) return refuse({ code: "too-many-letters" });
    const by = { ...step, personId: actor.personId };
    await reassessDeclarations(by, "declaration-shared", { before, after: await shared() });
    return accept({ id, supplierId, revisionNumber: zone.value.revisionNumber });
  },
  audit: (input, value: SentRequest) => ({
    supplierId: value.supplierId,
    modelId: input.modelId,
    zoneId: input.zoneId,
    revisionNumber: value.revisionNumber,
  }),
});

const DUE_IN_THE_PAST: InvalidInput = { code: "invalid-input", fields: { dueOn: ["in-the-past"] } };
