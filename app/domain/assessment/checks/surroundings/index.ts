import type { Check } from "../../check";
import { aiFunctionIsDocumented } from "./ai-function-is-documented";
import { aiFunctionIsPermitted } from "./ai-function-is-permitted";
import { channelIsNoWiderThanNeeded } from "./channel-is-no-wider-than-needed";
import { channelIsUsed } from "./channel-is-used";
import { channelProtectionIsKept } from "./channel-protection-is-kept";
import { incidentsAreReportedInTime } from "./incidents-are-reported-in-time";
import { networkNeedHasAChannel } from "./network-need-has-a-channel";
import { personalDataStaysWherePermitted } from "./personal-data-stays-where-permitted";
import { processingHasAContract } from "./processing-has-a-contract";
import { regimeDutiesAreMet } from "./regime-duties-are-met";
import { regimeIsClear } from "./regime-is-clear";
import { remoteAccessEndsAtTheHospital } from "./remote-access-ends-at-the-hospital";
import { remoteAccessIsPermitted } from "./remote-access-is-permitted";
import { remoteAccessNeedsTwoFactors } from "./remote-access-needs-two-factors";
import { wirelessIsPermitted } from "./wireless-is-permitted";

/** What the product needs of, and does to, what is around it: network, remote access, people's data, law. */
export const SURROUNDINGS_CHECKS: ReadonlyArray<Check> = [
  regimeIsClear,
  regimeDutiesAreMet,
  networkNeedHasAChannel,
  channelProtectionIsKept,
  channelIsNoWiderThanNeeded,
  channelIsUsed,
  wirelessIsPermitted,
  remoteAccessIsPermitted,
  remoteAccessEndsAtTheHospital,
  remoteAccessNeedsTwoFactors,
  personalDataStaysWherePermitted,
  processingHasAContract,
  incidentsAreReportedInTime,
  aiFunctionIsPermitted,
  aiFunctionIsDocumented,
];
