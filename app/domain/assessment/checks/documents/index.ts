import type { Check } from "../../check";
import { advisoriesArePublished } from "./advisories-are-published";
import { factsAgreeWithAnswers } from "./facts-agree-with-answers";
import { knownVulnerabilitiesAreHandled } from "./known-vulnerabilities-are-handled";
import { mds2AgreesWithAnswers } from "./mds2-agrees-with-answers";
import { mds2ExceptionsHaveAReason } from "./mds2-exceptions-have-a-reason";
import { mds2IsCurrent } from "./mds2-is-current";
import { mds2IsPresent } from "./mds2-is-present";
import { sbomIsCurrent } from "./sbom-is-current";
import { sbomIsPresent } from "./sbom-is-present";
import { sbomNamesTheMinimum } from "./sbom-names-the-minimum";
import { vulnerabilitiesHaveAnAddress } from "./vulnerabilities-have-an-address";

/** Documents that come with a product: MDS2, SBOM, vulnerabilities; and whether what they and the facts say agrees with the answers. */
export const DOCUMENT_CHECKS: ReadonlyArray<Check> = [
  mds2IsPresent,
  mds2IsCurrent,
  mds2AgreesWithAnswers,
  factsAgreeWithAnswers,
  mds2ExceptionsHaveAReason,
  sbomIsPresent,
  sbomNamesTheMinimum,
  sbomIsCurrent,
  knownVulnerabilitiesAreHandled,
  vulnerabilitiesHaveAnAddress,
  advisoriesArePublished,
];
