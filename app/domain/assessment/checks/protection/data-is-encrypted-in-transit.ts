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

const id = "data-is-encrypted-in-transit";
const finding = findingsOf(id, "DC");

/**
 * What crosses a network is read by whoever shares it (IEC 62443-4-2 CR 4.1; MDS2 TXCF-2). One finding per class of data
 * that the zone names, because the harm of disclosure differs; what the product does not send is fine.
 */
export const dataIsEncryptedInTransit = factCheck<Values, ReadonlyArray<HandledData> | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 4.1" },
    { standard: "mds2-2019", ref: "TXCF-2" },
  ],
  demandOf: ({ policy }) => demandedValues(policy.encryptedInTransit),
  subjectOf: ({ facts }) =>
    facts.dataHandling?.map(({ dataClass, sent, encryptedInTransit }) => ({
      dataClass,
      isUsed: sent,
      isEncrypted: encryptedInTransit,
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
      return { supplier: ["encrypt"], hospital: ["tunnel", "except"] };
    case "unused":
    case "kept":
      return {};
  }
}
