// One change and one look: a declaration or a zone is edited and everything it touches is checked again; an assessment is
// explained with every sentence of it.
import { toProfile } from "./check-workload.mjs";
import { compare } from "./harness.mjs";

/** Edits per turn: enough for the first, on cold code, not to be the measure of all. */
const EDITS = 100;
/** Assessments per turn: tidying the memory before it also drops compiled code, and it takes hundreds to be warm again. */
const SHOWN = 1_000;

/**
 * CPU milliseconds of one edit of a declaration and of one of a zone, each with the comparison of what was stored.
 * @param {any} domain @param {any} engine
 * @param {{ rows: any[], zones: any[], contents: any[] }} given
 */
export async function timeEdits(domain, engine, { rows, zones, contents }) {
  const packed = domain.noFindings();
  const stored = new Uint8Array(zones.length * contents.length);
  for (const zone of zones.keys()) stored.set(domain.verdictsOfProfile(engine, zone), zone * contents.length);
  let edit = 0;
  let changed = 0;

  /** A supplier corrects an answer and a promise; every zone is checked again and compared with what was stored. */
  function editDeclaration() {
    edit += 1;
    const place = (edit * 977) % contents.length;
    const content = contents[place];
    const answers = { ...content.answers, [rows[edit % 70].id]: { value: edit % 2 ? "met" : "not-met" } };
    domain.replaceDeclaration(engine, place, {
      ...content,
      answers,
      facts: { ...content.facts, patchDaysHigh: edit % 99 },
    });
    const { verdicts } = domain.packDeclaration(engine, place, packed);
    for (const zone of zones.keys()) {
      if (stored[zone * contents.length + place] !== verdicts[zone]) changed += 1;
      stored[zone * contents.length + place] = verdicts[zone];
    }
  }

  /** A hospital changes a level and a threshold; every declaration is checked again and compared. */
  function editZone() {
    edit += 1;
    const zone = (edit * 37) % zones.length;
    const slTarget = zones[zone].slTarget.map((/** @type {number} */ level, /** @type {number} */ fr) =>
      fr === edit % 7 ? (level + 1) % 5 : level,
    );
    domain.replaceProfile(
      engine,
      zone,
      toProfile(domain, { ...zones[zone], slTarget, patchDays: 20 + (edit % 99) }),
    );
    const { verdicts } = domain.packProfile(engine, zone, packed);
    for (const place of contents.keys()) {
      if (stored[zone * contents.length + place] !== verdicts[place]) changed += 1;
      stored[zone * contents.length + place] = verdicts[place];
    }
  }

  const repeat = (/** @type {() => void} */ work) => () => {
    for (let index = 0; index < EDITS; index += 1) work();
  };
  const { medians } = await compare(
    { declaration: repeat(editDeclaration), zone: repeat(editZone) },
    { rounds: 9, warmup: 3 },
  );
  if (changed === 0) throw new Error("no edit has changed a verdict");
  return { declaration: medians.declaration.cpu / EDITS, zone: medians.zone.cpu / EDITS };
}

/**
 * CPU milliseconds of one assessment with every sentence of it.
 * @param {any} domain @param {(message: any) => string} sentence
 * @param {{ profiles: any[], contents: any[], asOf: string }} given
 */
export async function timeSentences(domain, sentence, { profiles, contents, asOf }) {
  let characters = 0;
  const explain = () => {
    for (let number = 0; number < SHOWN; number += 1) {
      const profile = profiles[(number * 37) % profiles.length];
      const { findings } = domain.judge(profile, contents[(number * 977) % contents.length], asOf);
      for (const { expected, declared, reason, waysToClose } of findings) {
        characters += sentence(expected).length + sentence(declared).length + sentence(reason).length;
        for (const { message } of waysToClose) characters += sentence(message).length;
      }
    }
  };
  const { medians } = await compare({ explain }, { rounds: 9, warmup: 3 });
  if (characters === 0) throw new Error("nothing was said");
  return medians.explain.cpu / SHOWN;
}
