import { VULNERABILITY_SEVERITIES, type VulnerabilitySeverity } from "~/domain/declaration/fact-values";

export type PostedChoices = {
  taken: ReadonlyArray<string>;
  severities: Readonly<Record<string, VulnerabilitySeverity>>;
};

/** What the form of an import posts: ids of ticked entries, and for some a severity in front of the id. */
export function readChoices({ taken, severity }: Readonly<Record<string, unknown>>): PostedChoices {
  const severities = toTexts(severity).flatMap((text): Array<[string, VulnerabilitySeverity]> => {
    const [word = "", ...id] = text.split(" ");
    const known = VULNERABILITY_SEVERITIES.find((one) => one === word);
    return known && id.length > 0 ? [[id.join(" "), known]] : [];
  });
  return { taken: toTexts(taken), severities: Object.fromEntries(severities) };
}

function toTexts(value: unknown): ReadonlyArray<string> {
  const all: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === "string");
}
