import type { ProductFacts } from "../../../declaration/facts";
import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import { personalDataOf } from "../../surroundings-parts";

const id = "processing-has-a-contract";
const finding = findingsOf(id, null);

const OUTSIDE: ReadonlyArray<string> = ["supplier-eea", "cloud-eea", "third-country"];
/** Whether personal data reach the supplier; null = what would tell is not stated. */
type Processing = { reachesSupplier: boolean | null; hasContract: boolean | null };

/**
 * Whoever handles a hospital's patient data for it does so under a contract (GDPR Art. 28): the supplier that keeps
 * them, and the supplier that can look at them from afar.
 */
export const processingHasAContract = factCheck<true, Processing>({
  id,
  clauses: [
    { standard: "eu-gdpr", ref: "Art. 28" },
    { standard: "mds2-2019", ref: "RMOT-1.3" },
  ],
  demandOf: ({ policy }) => (policy.processorContract ? true : null),
  subjectOf: ({ facts }) => ({
    reachesSupplier: reachesSupplier(facts),
    hasContract: facts.processorContract ?? null,
  }),
  evaluate: (_demand, { reachesSupplier, hasContract }) => {
    if (reachesSupplier === false) return [finding({ outcome: "conforms", state: "not-needed" })];
    if (hasContract) return [finding({ outcome: "conforms", state: "offered" })];
    if (reachesSupplier === null)
      return [finding({ outcome: "incomplete", state: "data-unstated", supplier: ["describe"] })];
    if (hasContract === null)
      return [finding({ outcome: "incomplete", state: "contract-unstated", supplier: ["state"] })];
    const hospital = ["keep-inside"];
    return [finding({ outcome: "does-not-conform", state: "refused", supplier: ["offer"], hospital })];
  },
});

function reachesSupplier(facts: ProductFacts): boolean | null {
  const personal = personalDataOf(facts);
  if (personal === null) return null;
  if (!personal.stored && !personal.sent) return false;
  const { dataLocations = [], remoteAccess } = facts;
  if (dataLocations.some((location) => OUTSIDE.includes(location))) return true;
  if (personal.stored && remoteAccess !== undefined && remoteAccess.length > 0) return true;
  const isRemoteUnclear = personal.stored && remoteAccess === undefined;
  return dataLocations.length === 0 || isRemoteUnclear ? null : false;
}
