import type { SampleProduct } from "~/catalogue/schemas";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { answersOf } from "./answers";
import { evidenceOf } from "./evidence";
import { factsOf } from "./facts";

/** All that the supplier of a sample product declares, as it would stand in a file. */
export function contentOf(product: SampleProduct): DeclarationContent {
  return {
    componentTypes: [...product.componentTypes],
    answers: answersOf(product),
    claimedSlCapability: product.slCapability,
    facts: factsOf(product),
    evidence: [...evidenceOf(product)],
  };
}
