import type { Verdict } from "~/domain/assessment/assessment";

/** Pixels, as in `app/styles/matrix.css`: every cell is as large as every other. */
export const CELL = { width: 120, height: 44 };
export const ROWS_OF_BLOCK = 50;

export type MatrixZone = {
  modelId: string;
  modelName: string;
  zoneId: string;
  name: string;
  /** Seven digits. */
  target: string;
};
export type MatrixProduct = {
  declarationId: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
  /** Seven digits each. */
  native: string;
  raised: string;
  /** A character for each zone. */
  codes: string;
  /** In how many of all zones the wanted verdict stands; null where none is wanted. */
  matching: number | null;
};
export type MatrixFilter = {
  model: string | null;
  verdict: Verdict | null;
  supplier: string | null;
  after: string | null;
};

export const productTitle = ({ productName, releaseVersion }: MatrixProduct) =>
  `${productName} ${releaseVersion}`;
