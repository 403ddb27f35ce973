import type { ComponentType } from "~/domain/requirement/component-requirement";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { foldedWords } from "../folded";

const YES = new Set(["yes", "y", "true", "1", "x", "on", "ano", "a", "ja", "j", "wahr", "pravda", "vrai"]);
const NO = new Set(["no", "n", "false", "0", "off", "ne", "nein", "falsch", "nepravda", "none"]);
const MARKS = new Set(["✓", "✔", "☑", "●"]);
const NOTHING = new Set(["-", "–", "—", "n/a", "☐"]);

/** A yes or no in English, Czech or German; an empty cell is a no. */
export function readFlag(text: string): Result<boolean, "unknown-flag"> {
  const trimmed = text.trim();
  if (trimmed === "" || NOTHING.has(trimmed.toLowerCase())) return accept(false);
  if (MARKS.has(trimmed)) return accept(true);
  const word = foldedWords(trimmed);
  if (YES.has(word)) return accept(true);
  return NO.has(word) ? accept(false) : refuse("unknown-flag");
}

/** A whole number from 1 to 100,000, also as `1 200`, `2.0` or `3 ks`; an empty cell is 1. */
export function readQuantity(text: string): Result<number, "not-a-quantity"> {
  const trimmed = text.trim();
  if (trimmed === "") return accept(1);
  const plain = trimmed.replace(/[\s\u00A0\u202F']/g, "").replace(/(ks|pcs|st|stk|x)\.?$/i, "");
  const whole = plain.replace(/[.,]0+$/, "");
  if (!/^\d{1,6}$/.test(whole)) return refuse("not-a-quantity");
  const quantity = Number(whole);
  return quantity >= 1 && quantity <= 100_000 ? accept(quantity) : refuse("not-a-quantity");
}

const TYPE_NAMES: ReadonlyArray<readonly [ComponentType, RegExp]> = [
  [
    "software-application",
    /^(software|software application|application|app|sar|aplikace|anwendung|programm?)s?$/,
  ],
  [
    "embedded-device",
    /^(embedded|embedded device|edr|vestavene( zarizeni)?|eingebettet(es gerat)?|device|medical device)$/,
  ],
  [
    "host-device",
    /^(host|host device|hdr|pc|computer|workstation|server|stanice|pocitac|rechner|arbeitsplatz)$/,
  ],
  [
    "network-device",
    /^(network|network device|ndr|switch|router|firewall|sitov[ey]( zarizeni| prvek)?|netzwerkgerat)$/,
  ],
];

/** Types of IEC 62443-4-2 by id, abbreviation or the usual word, several with `,`, `;`, `/`, `|` or `+` between them. */
export function readComponentTypes(
  text: string,
): Result<ReadonlyArray<ComponentType>, "unknown-component-type"> {
  const found = new Set<ComponentType>();
  for (const part of text.split(/[,;/|+]/)) {
    const word = foldedWords(part);
    if (word === "") continue;
    const type = TYPE_NAMES.find(([, pattern]) => pattern.test(word))?.[0];
    if (!type) return refuse("unknown-component-type");
    found.add(type);
  }
  return accept([...found]);
}
