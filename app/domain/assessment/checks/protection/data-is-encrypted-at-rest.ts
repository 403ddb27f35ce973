import { factCheck } from "../../check";
import {
  compareEncryption,
  demandedValues,
  type EncryptionState,
  findingsOf,
  type HandledData,
  OUTCOME_OF,
  type Values,
  type Ways,
} from "../../check-parts";

const id = "data-is-encrypted-at-rest";
const finding = findingsOf(id, "DC");

/**
 * Devices are stolen, repaired and sold with what is stored on them (IEC 62443-4-2 CR 4.1; MDS2 STCF-1). One finding per
 * class of data that the zone names, because the harm of disclosure differs; what the product does not store is fine.
 */
export const dataIsEncryptedAtRest = factCheck<Values, ReadonlyArray<HandledData> | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 4.1" },
    { standard: "mds2-2019", ref: "STCF-1" },
  ],
  demandOf: ({ policy }) => demandedValues(policy.encryptedAtRest),
  subjectOf: ({ facts }) =>
    facts.dataHandling?.map(({ dataClass, stored, encryptedAtRest }) => ({
      dataClass,
      isUsed: stored,
      isEncrypted: encryptedAtRest,
    })) ?? null,
  evaluate: (demanded, handled) =>
    demanded.map((dataClass) => {
      const state = compareEncryption(dataClass, handled);
      const params = { data: [dataClass] };
      return finding({ about: dataClass, outcome: OUTCOME_OF[state], state, params, ...waysToClose(state) });
    }),
});

function waysToClose(state: EncryptionState): Ways {
  switch (state) {
    case "undescribed":
      return { supplier: ["describe"] };
    case "unstated":
      return { supplier: ["state"] };
    case "broken":
      return { supplier: ["encrypt"], hospital: ["guard", "except"] };
    case "unused":
    case "kept":
      return {};
  }
}
