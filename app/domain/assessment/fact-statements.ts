import type { AnswerValue, DeclarationContent } from "../declaration/declaration";
import { PERSONAL_DATA_CLASSES } from "../declaration/fact-values";
import type { DataHandling, ProductFacts } from "../declaration/facts";
import type { ComponentType } from "../requirement/component-requirement";
import type { ProfileRequirement, RequirementProfile } from "./assessment";
import { compileRequirements } from "./compiled-requirements";

type Holds = (facts: ProductFacts) => boolean;

/** Facts beside which some requirement cannot be met. What is not stated holds of nothing. */
const STATEMENTS = {
  "accounts-shared": ({ individualAccounts }) => individualAccounts === false,
  "one-factor": ({ remoteAccess = [], remoteMultiFactor }) =>
    remoteAccess.length > 0 && remoteMultiFactor === false,
  "credentials-fixed": ({ defaultCredentials }) => defaultCredentials === "fixed",
  "credentials-in-clear": isInClear(["credentials"]),
  "has-radio": ({ wireless = [] }) => wireless.length > 0,
  "session-stays-open": ({ autoLogoff }) => autoLogoff === false,
  "no-log": ({ loggedEvents }) => loggedEvents?.length === 0,
  "clock-alone": ({ timeSources }) => timeSources?.every((source) => source === "manual") ?? false,
  "anybody-can-connect": ({ networkNeeds = [] }) =>
    networkNeeds.some(({ required, authenticated }) => required && !authenticated),
  "no-malware-protection": ({ malwareProtection, malwareJustification = "" }) =>
    malwareProtection === "not-possible" && malwareJustification === "",
  "no-updates": ({ updateMechanisms }) => updateMechanisms?.length === 0,
  "updates-unsigned": ({ signedUpdates }) => signedUpdates === false,
  "people-in-clear": isInClear(PERSONAL_DATA_CLASSES),
  "log-stays": ({ siemChannels }) => siemChannels?.length === 0,
} as const satisfies Readonly<Record<string, Holds>>;

export type FactStatement = keyof typeof STATEMENTS;

/** Rows that each statement speaks against. */
export type DeniedRows = Readonly<Record<FactStatement, ReadonlyArray<string>>>;
/** Stated facts with the rows whose answers they deny; null = none, which is what most declarations say. */
export type DeniedAnswers = {
  componentTypes: ReadonlyArray<ComponentType>;
  denied: ReadonlyArray<{ statement: string; rows: ReadonlyArray<string> }>;
} | null;

export function deniedAnswers(
  { componentTypes, facts, answers }: DeclarationContent,
  deniedRows: DeniedRows,
): DeniedAnswers {
  const denied = Object.entries(STATEMENTS).flatMap(([name, holds]) => {
    const statement = name as FactStatement;
    if (!holds(facts)) return [];
    const rows = deniedRows[statement].filter((row) => isDenied(statement, answers[row]?.value));
    return rows.length === 0 ? [] : [{ statement, rows }];
  });
  return denied.length === 0 ? null : { componentTypes, denied };
}

/** A radio denies that there is none; everything else denies that a row is met, and lets it be not applicable. */
function isDenied(statement: FactStatement, value: AnswerValue | undefined): boolean {
  if (statement === "has-radio") return value === "not-applicable";
  return value === "met" || value === "met-by-configuration";
}

export type DeniableRow = Pick<ProfileRequirement, "id" | "foundationalRequirement" | "appliesTo"> & {
  isDemanded: boolean;
};

/** What a profile says of the rows with these ids. */
export function deniableRows(
  { requirements, slTarget }: RequirementProfile,
  ids: Iterable<string>,
): ReadonlyArray<DeniableRow> {
  const { byId } = compileRequirements(requirements);
  const deniable: Array<DeniableRow> = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (!row) continue;
    const { foundationalRequirement, appliesTo, minSl } = row;
    const isDemanded = minSl <= slTarget[foundationalRequirement];
    deniable.push({ id, foundationalRequirement, appliesTo, isDemanded });
  }
  return deniable;
}

/** Kept or sent without encryption, by the supplier's own word. */
function isInClear(classes: ReadonlyArray<DataHandling["dataClass"]>): Holds {
  return ({ dataHandling = [] }) =>
    dataHandling
      .filter(({ dataClass }) => classes.includes(dataClass))
      .some(
        ({ stored, sent, encryptedAtRest, encryptedInTransit }) =>
          (stored && encryptedAtRest === false) || (sent && encryptedInTransit === false),
      );
}
