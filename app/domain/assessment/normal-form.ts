import type { Answers, DeclarationContent } from "../declaration/declaration";
import { canonicalJson } from "../shared/canonical-json";
import { fingerprintOf } from "../shared/fingerprint";
import type { RequirementProfile } from "./assessment";
import { compileRequirements, inOrder } from "./compiled-requirements";

const normalised = new WeakMap<DeclarationContent, DeclarationContent>();

/**
 * One form per content: each type once and in order, no empty notes, lists of facts and evidence in one order.
 * Canonical JSON sorts the rest. Made once per document; what is judged must not be changed afterwards.
 */
export function normalise(content: DeclarationContent): DeclarationContent {
  const known = normalised.get(content);
  if (known) return known;
  const { componentTypes, claimedSlCapability, facts, evidence } = content;
  const fresh: DeclarationContent = {
    componentTypes: inOrder(componentTypes),
    answers: normaliseAnswers(content.answers),
    claimedSlCapability,
    facts: sortedOnce(facts),
    evidence: sortedOnce(evidence),
  };
  normalised.set(content, fresh);
  normalised.set(fresh, fresh);
  return fresh;
}

const sorted = new WeakMap<object, object>();

/** An edit leaves most of a document as it was: the same object is sorted once. */
function sortedOnce<Value extends object>(value: Value): Value {
  const fresh = sorted.get(value) ?? sortedDeep(value);
  sorted.set(value, fresh);
  sorted.set(fresh, fresh);
  // What is stored for a value is that value, sorted.
  return fresh as Value;
}

function normaliseAnswers(answers: Answers): Answers {
  const fresh: Answers = {};
  for (const [id, { value, note, evidenceIds }] of Object.entries(answers)) {
    const text = (note ?? "").trim();
    fresh[id] = {
      value,
      ...(text === "" ? {} : { note: text }),
      ...(evidenceIds && evidenceIds.length > 0 ? { evidenceIds: [...new Set(evidenceIds)].sort() } : {}),
    };
  }
  return fresh;
}

/** What decides of a profile, in one form; large parts of the catalogue are stood for by their digests. */
export function canonicalProfile(profile: RequirementProfile) {
  const { slTarget, requirements, policy, channels, countermeasures, mds2Questions, milestones } = profile;
  return {
    slTarget,
    requirements: compileRequirements(requirements).digest,
    policy,
    channels: channels && sortedDeep(channels),
    countermeasures: sortedDeep(
      countermeasures.map(({ id, requirementIds, acceptedOn, expiresOn }) => ({
        id,
        requirementIds,
        acceptedOn,
        expiresOn,
      })),
    ),
    mds2Questions: digestOf(mds2Questions),
    milestones: digestOf(milestones),
  };
}

const digests = new WeakMap<ReadonlyArray<unknown>, string>();

function digestOf(rows: ReadonlyArray<unknown>): string {
  const known = digests.get(rows) ?? fingerprintOf(sortedDeep(rows));
  digests.set(rows, known);
  return known;
}

/** The same value with every list in the order of its entries' canonical JSON: for lists that are sets. */
export function sortedDeep<Value>(value: Value): Value {
  // The shape stays; only the order of lists changes.
  return sortLists(value) as Value;
}

function sortLists(value: unknown): unknown {
  if (Array.isArray(value)) {
    if (value.length < 2) return value.map(sortLists);
    const keyed = value.map(sortLists).map((entry) => ({ entry, key: canonicalJson(entry) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
  }
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sortLists(member)]));
  return value;
}
