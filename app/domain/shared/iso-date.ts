import { z } from "zod";

/** A calendar day as YYYY-MM-DD that exists, between years 0001 and 9999. */
export type IsoDate = string;

export const IsoDateSchema = z.iso.date();

/** The calendar day of an instant in UTC. */
export function toIsoDate(instant: Date): IsoDate {
  return instant.toISOString().slice(0, 10);
}
