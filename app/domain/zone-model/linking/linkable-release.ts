/** A declared release that assets may be linked to: what its supplier says it is. */
export type LinkableRelease = {
  releaseId: string;
  productId: string;
  supplierName: string;
  productName: string;
  releaseVersion: string;
  /** Names and model numbers of what the declaration covers besides the product by its name. */
  models: ReadonlyArray<string>;
  udiDis: ReadonlyArray<string>;
};
