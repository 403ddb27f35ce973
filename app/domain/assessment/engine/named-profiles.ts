import type { Verdict } from "../assessment";
import { compileEngine, type Engine, replaceProfile } from "./engine";
import { verdictAt } from "./verdicts";
import { held } from "./words";

type Given = Parameters<typeof compileEngine>[0];
type Profile = Given["profiles"][number];

/** An engine whose profiles go by name, because they come and go: the zones of a model that is being drawn. */
export type NamedEngine = { engine: Engine; placeOf: Map<string, number> };

/** Throws a RangeError as `compileEngine` does, and where there is no profile to start with. */
export function compileNamed({
  profiles,
  ...given
}: Omit<Given, "profiles"> & { profiles: ReadonlyMap<string, Profile> }): NamedEngine {
  if (profiles.size === 0) throw new RangeError("an engine needs a profile to start with");
  return {
    engine: compileEngine({ ...given, profiles: [...profiles.values()] }),
    placeOf: new Map([...profiles.keys()].map((name, place) => [name, place])),
  };
}

/**
 * The profile that goes by a name from now on; only what it demands anew is evaluated. A name that is new takes the
 * place of one that nobody needs any more, where there is one.
 */
export function nameProfile(
  { engine, placeOf }: NamedEngine,
  name: string,
  profile: Profile,
  isNeeded: (name: string) => boolean,
): void {
  const former = placeOf.has(name) ? name : [...placeOf.keys()].find((other) => !isNeeded(other));
  const place = former === undefined ? newPlace(engine) : held(placeOf.get(former));
  replaceProfile(engine, place, profile);
  if (former !== undefined) placeOf.delete(former);
  placeOf.set(name, place);
}

/** Of the profile of that name; throws a RangeError where there is none. */
export function verdictByName({ engine, placeOf }: NamedEngine, name: string, declaration: number): Verdict {
  return verdictAt(engine, held(placeOf.get(name)), declaration);
}

/** Holds no atom, so that nothing is given back when it is replaced. */
function newPlace({ profiles }: Engine): number {
  return profiles.push({ ...held(profiles[0]), atoms: [] }) - 1;
}
