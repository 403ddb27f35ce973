import type { ProductFacts } from "~/domain/declaration/facts";

type Handled = NonNullable<ProductFacts["dataHandling"]>[number];

/** Health data that are stored and not sent; how they are protected is not stated. */
export function handled(overrides: Partial<Handled> = {}): Handled {
  return {
    dataClass: "health",
    stored: true,
    sent: false,
    encryptedAtRest: null,
    encryptedInTransit: null,
    ...overrides,
  };
}
