import { z } from "zod";
import { AttachmentsField } from "~/domain/procurement/attachment";
import { MOST_TENDER_SUPPLIERS, MOST_TENDER_ZONES } from "~/domain/procurement/tender";
import { COMPONENT_TYPES, ComponentTypeSchema } from "~/domain/requirement/component-requirement";
import { IsoDateSchema } from "~/domain/shared/iso-date";
import { lineOfText, optionalLineOfText, textBlock } from "~/domain/shared/text";
import { EmailField } from "../accounts/fields.server";

/** Checkboxes of one name: none, one or several; the same one twice is one. */
const listOf = <Schema extends z.ZodType>(schema: Schema, most: number, tooMany: string) =>
  z.preprocess(
    (raw) => [...new Set(Array.isArray(raw) ? raw : raw === undefined || raw === "" ? [] : [raw])],
    z.array(schema).max(most, tooMany),
  );

/** `modelId/zoneId`, as the form posts a zone. */
const PlaceField = z
  .string()
  .max(200)
  .regex(/^[^/]+\/[^/]+$/, "invalid")
  .transform((place) => {
    const [modelId = "", zoneId = ""] = place.split("/");
    return { modelId, zoneId };
  });

const NewSupplierRow = z.strictObject({ name: lineOfText(120), email: EmailField });
type NewSupplierRow = z.output<typeof NewSupplierRow>;

/**
 * Rows posted as `newSuppliers.0.name` … A row left blank is nobody; it keeps its place until all are read, so that an
 * error names the row that the person sees.
 */
const NewSupplierRows = z
  .preprocess(toRows, z.array(NewSupplierRow.nullable()).max(MOST_TENDER_SUPPLIERS, "too-many-suppliers"))
  .transform((rows) => rows.flatMap((row, place) => (row ? [{ ...row, place }] : [])))
  .superRefine((rows, context) => {
    for (const field of ["name", "email"] as const)
      for (const { place } of twiceIn(rows, field))
        context.addIssue({ code: "custom", path: [place, field], message: "duplicate-value" });
  });

function twiceIn(rows: ReadonlyArray<NewSupplierRow & { place: number }>, field: keyof NewSupplierRow) {
  const text = (row: NewSupplierRow) => row[field].toLowerCase();
  return rows.filter((row, place) => rows.findIndex((one) => text(one) === text(row)) < place);
}

function toRows(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null) return raw === undefined || raw === "" ? [] : raw;
  const rows: ReadonlyArray<unknown> = Array.isArray(raw)
    ? raw
    : Object.entries(raw).reduce<Array<unknown>>((placed, [place, row]) => {
        // A place outside the form would make a huge sparse array of one posted number.
        placed[/^\d{1,2}$/.test(place) ? Number(place) : MOST_TENDER_SUPPLIERS] = row;
        return placed;
      }, []);
  return Array.from(rows, (row) => (isBlank(row) ? null : row));
}

function isBlank(row: unknown): boolean {
  if (row === undefined || row === null) return true;
  return (
    typeof row === "object" &&
    Object.values(row).every((value) => typeof value === "string" && value.trim() === "")
  );
}

/** What the form of a tender posts. Everything but `name` is sent as it is. */
export const TenderFields = z
  .strictObject({
    /** Made with the form: the same form twice is one tender. */
    submission: z.string().min(1).max(64),
    places: listOf(PlaceField, MOST_TENDER_ZONES, "too-many-zones").refine(
      (places) => places.length > 0,
      "choose-a-zone",
    ),
    supplierIds: listOf(z.string().min(1).max(64), MOST_TENDER_SUPPLIERS, "too-many-suppliers"),
    newSuppliers: NewSupplierRows,
    /** The hospital's own; empty = the subject. */
    name: optionalLineOfText(200).default(""),
    subject: lineOfText(200),
    message: textBlock(4000),
    dueOn: IsoDateSchema,
    attachments: AttachmentsField,
    componentTypes: listOf(ComponentTypeSchema, COMPONENT_TYPES.length, "too-long"),
  })
  .refine(({ supplierIds, newSuppliers }) => supplierIds.length + newSuppliers.length > 0, {
    path: ["supplierIds"],
    message: "choose-a-supplier",
    when: ({ issues }) => !issues.some(({ path }) => path?.[0] === "newSuppliers"),
  })
  .refine(
    ({ supplierIds, newSuppliers }) => supplierIds.length + newSuppliers.length <= MOST_TENDER_SUPPLIERS,
    { path: ["supplierIds"], message: "too-many-suppliers" },
  );
export type TenderInput = z.output<typeof TenderFields>;
