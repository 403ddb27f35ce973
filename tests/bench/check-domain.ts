/** What the check bench runs: one bundle, so that its parts share what they have compiled. */
export { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
export { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";
export { LEGAL_MILESTONES } from "~/catalogue/milestones";
export { judge } from "~/domain/assessment/assess";
export { CHECKS } from "~/domain/assessment/checks";
export { compileEngine, replaceDeclaration, replaceProfile } from "~/domain/assessment/engine/engine";
export { findingObjects } from "~/domain/assessment/engine/finding-objects";
export { openFindingsAt } from "~/domain/assessment/engine/open-findings";
export { noFindings, packDeclaration, packProfile } from "~/domain/assessment/engine/pack-findings";
export { verdictsOfProfile } from "~/domain/assessment/engine/verdicts";
export { normalise } from "~/domain/assessment/normal-form";
export { requirementProfile } from "~/domain/assessment/requirement-profile";
export { resolvePolicy } from "~/domain/policy/policy";
export { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
export { FOUNDATIONAL_REQUIREMENTS, fromLevels } from "~/domain/security-level/security-level";
export { addYears } from "~/domain/shared/iso-date";
