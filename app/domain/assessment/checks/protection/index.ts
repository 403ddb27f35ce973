import type { Check } from "../../check";
import { accountsAreIndividual } from "./accounts-are-individual";
import { dataIsEncryptedAtRest } from "./data-is-encrypted-at-rest";
import { dataIsEncryptedInTransit } from "./data-is-encrypted-in-transit";
import { defaultCredentialsAreReplaced } from "./default-credentials-are-replaced";
import { emergencyAccessIsLogged } from "./emergency-access-is-logged";
import { fixesArriveInTime } from "./fixes-arrive-in-time";
import { idleSessionsEnd } from "./idle-sessions-end";
import { logFormatIsReadable } from "./log-format-is-readable";
import { logsReachTheSiem } from "./logs-reach-the-siem";
import { malwareIsKeptOut } from "./malware-is-kept-out";
import { platformSupportOutlastsServiceLife } from "./platform-support-outlasts-service-life";
import { productIsHardened } from "./product-is-hardened";
import { securityEventsAreLogged } from "./security-events-are-logged";
import { supportOutlastsServiceLife } from "./support-outlasts-service-life";
import { timeIsSynchronised } from "./time-is-synchronised";
import { updatesAreSigned } from "./updates-are-signed";
import { updatesCanBeInstalled } from "./updates-can-be-installed";

/** How the product protects itself and is kept alive, in the order of the policy's topics. */
export const PROTECTION_CHECKS: ReadonlyArray<Check> = [
  productIsHardened,
  accountsAreIndividual,
  defaultCredentialsAreReplaced,
  idleSessionsEnd,
  emergencyAccessIsLogged,
  securityEventsAreLogged,
  logFormatIsReadable,
  logsReachTheSiem,
  timeIsSynchronised,
  dataIsEncryptedInTransit,
  dataIsEncryptedAtRest,
  updatesCanBeInstalled,
  updatesAreSigned,
  fixesArriveInTime,
  malwareIsKeptOut,
  supportOutlastsServiceLife,
  platformSupportOutlastsServiceLife,
];
