import { PlaceSchema } from "~/domain/zone-model/zone-model";

const { x, width, height } = PlaceSchema.shape;
const [wide, high] = [width.unwrap(), height.unwrap()];

export type Bounds = { min: number; max: number };

/** What a place can be, for fields and for what is posted past them. */
export const COORDINATE = boundsOf(x);
export const WIDTH = boundsOf(wide);
export const HEIGHT = boundsOf(high);

export function within({ min, max }: Bounds, value: number): number {
  return Math.min(max, Math.max(min, value));
}

function boundsOf({ minValue, maxValue }: { minValue: number | null; maxValue: number | null }): Bounds {
  return { min: minValue ?? Number.NEGATIVE_INFINITY, max: maxValue ?? Number.POSITIVE_INFINITY };
}
