import { z } from "zod";
import { AssessmentFileSchema } from "./assessment-schema";
import { DeclarationFileSchema, ZoneFileSchema } from "./schema";

export const SCHEMA_NAMES = ["zone", "declaration", "assessment"] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** JSON Schema (2020-12) of what Cordon reads (`zone`, `declaration`) or writes (`assessment`). */
export function jsonSchemaOf(name: SchemaName) {
  switch (name) {
    case "zone":
      return z.toJSONSchema(ZoneFileSchema, { io: "input" });
    case "declaration":
      return z.toJSONSchema(DeclarationFileSchema, { io: "input" });
    case "assessment":
      return z.toJSONSchema(AssessmentFileSchema, { io: "output" });
  }
}
