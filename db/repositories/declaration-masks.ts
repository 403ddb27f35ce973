import {
  type AnswerMasks,
  answerMasks,
  MASK_ENCODER_VERSION,
  type MaskWords,
} from "~/domain/declaration/answer-masks";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import {
  COMPONENT_TYPES,
  type ComponentRequirement,
  type ComponentType,
} from "~/domain/requirement/component-requirement";
import type { Db } from "../client";
import { declarationMasks } from "../schema";

/** The rows whose order the masks follow. */
export type MaskedCatalogue = {
  version: string;
  requirements: ReadonlyArray<Pick<ComponentRequirement, "id" | "appliesTo">>;
};

/** Only to be called in the transaction that writes the same content: masks that lag behind would judge wrongly. */
export async function saveMasks(
  db: Db,
  { organisationId, id, content }: { organisationId: string; id: string; content: DeclarationContent },
  catalogue: MaskedCatalogue,
): Promise<void> {
  const masks = {
    catalogueVersion: catalogue.version,
    encoderVersion: MASK_ENCODER_VERSION,
    componentTypes: typeBits(content.componentTypes),
    ...toColumns(answerMasks(content, catalogue.requirements)),
  };
  await db
    .insert(declarationMasks)
    .values({ organisationId, declarationId: id, ...masks })
    .onConflictDoUpdate({
      target: [declarationMasks.organisationId, declarationMasks.declarationId],
      set: masks,
    });
}

/** Bit i stands for the i-th component type of the standard. */
function typeBits(componentTypes: ReadonlyArray<ComponentType>): number {
  return COMPONENT_TYPES.reduce(
    (bits, type, index) => (componentTypes.includes(type) ? bits | (1 << index) : bits),
    0,
  );
}

function toColumns({ met, countermeasure, notMet, notApplicable }: AnswerMasks) {
  const [met0, met1, met2, met3]: MaskWords = met;
  const [countermeasure0, countermeasure1, countermeasure2, countermeasure3]: MaskWords = countermeasure;
  const [notMet0, notMet1, notMet2, notMet3]: MaskWords = notMet;
  const [notApplicable0, notApplicable1, notApplicable2, notApplicable3]: MaskWords = notApplicable;
  return {
    ...{ met0, met1, met2, met3 },
    ...{ countermeasure0, countermeasure1, countermeasure2, countermeasure3 },
    ...{ notMet0, notMet1, notMet2, notMet3 },
    ...{ notApplicable0, notApplicable1, notApplicable2, notApplicable3 },
  };
}
