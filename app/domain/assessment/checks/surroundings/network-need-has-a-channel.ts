import type { PermittedChannel } from "../../assessment";
import { type CheckFinding, factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import {
  channelsFor,
  distinctNeeds,
  flowParams,
  type Need,
  nameOfFlow,
  networkNeedsOf,
  permittedChannelsOf,
} from "../../surroundings-parts";

const id = "network-need-has-a-channel";
const finding = findingsOf(id, "RDF");

/**
 * A zone opens what its conduits name and nothing else (IEC 62443-3-2 ZCR 6.4, 62443-3-3 SR 5.2 RE(1)), so a product
 * whose flows are not among them will not work there. One finding per flow that the product needs.
 */
export const networkNeedHasAChannel = factCheck<ReadonlyArray<PermittedChannel>, ReadonlyArray<Need> | null>({
  id,
  clauses: [
    { standard: "iec-62443-3-2", ref: "ZCR 6.4" },
    { standard: "iec-62443-3-3", ref: "SR 5.2 RE(1)" },
    { standard: "iec-62443-4-2", ref: "CR 5.1" },
    { standard: "eu-mdr", ref: "Annex I 17.4" },
    { standard: "mds2-2019", ref: "CONN-2" },
  ],
  demandOf: permittedChannelsOf,
  subjectOf: networkNeedsOf,
  evaluate: (channels, needs) => {
    if (needs === null)
      return [
        finding({ outcome: "incomplete", state: "unstated", expected: "expected.list", supplier: ["state"] }),
      ];
    if (needs.length === 0)
      return [finding({ outcome: "conforms", state: "no-network", expected: "expected.list" })];
    return distinctNeeds(needs).map((need) => findingOfNeed(need, channels));
  },
});

function findingOfNeed(need: Need, channels: ReadonlyArray<PermittedChannel>): CheckFinding {
  const common = { about: nameOfFlow(need), params: flowParams(need), expected: "expected.channel" };
  if (channelsFor(need, channels).every((fitting) => fitting.length > 0))
    return finding({ ...common, outcome: "conforms", state: "permitted" });
  if (!need.required) return finding({ ...common, outcome: "note", state: "optional" });
  return finding({
    ...common,
    outcome: "does-not-conform",
    state: "blocked",
    supplier: ["use-permitted"],
    hospital: ["open-channel", "other-zone"],
  });
}
