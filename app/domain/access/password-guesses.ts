/** How far back wrong passwords count. */
export const GUESSES_MS = 15 * 60_000;
/** The lane of strangers is counted by the minute. */
export const LANE_MS = 60_000;
/** For how long a network from which a person has signed in counts as theirs. */
export const KNOWN_MS = 90 * 24 * 60 * 60_000;

/** Of one account from one network. Other networks are not affected, so nobody can lock the owner out. */
const OF_ACCOUNT_AND_NETWORK = 5;
/** Of all accounts from one network; a hospital may sit behind one address. */
const OF_NETWORK = 100;

/**
 * Of everybody: more wrong passwords in a quarter of an hour than people mistype, so somebody tries the same few on many
 * accounts from many networks, each of which stays below its own limit.
 */
export const OF_EVERYBODY = 500;
/** From then on, for whoever has not signed in from their network lately. */
const OF_STRANGER_AND_NETWORK = 2;
const OF_STRANGERS_NETWORK = 10;
/** What all of those may try in a minute together, from however many networks. */
export const OF_STRANGERS_A_MINUTE = 60;

/** Passwords that were wrong or are just being checked. */
export type PasswordGuesses = {
  ofAccountAndNetwork: number;
  ofNetwork: number;
  ofEverybody: number;
  ofStrangersThisMinute: number;
  /** Whether the account has signed in from this network lately. */
  isKnown: boolean;
};

/** Whether wrong passwords of everybody together have passed what people mistype. */
export function isSprayed({ ofEverybody }: Pick<PasswordGuesses, "ofEverybody">): boolean {
  return ofEverybody >= OF_EVERYBODY;
}

/** Whether the next guess takes a place in the lane of strangers. */
export function isInLane(guesses: Pick<PasswordGuesses, "ofEverybody" | "isKnown">): boolean {
  return isSprayed(guesses) && !guesses.isKnown;
}

/**
 * Minutes until another password may be tried; 0 where it may be now. A ceiling for everybody would let anybody lock
 * everybody out, so above it whoever comes from where they have signed in before goes on as ever, and the others share a
 * lane of which no network gets more than a little.
 */
export function minutesUntilNextGuess(guesses: PasswordGuesses): number {
  const { ofAccountAndNetwork, ofNetwork, ofStrangersThisMinute } = guesses;
  const inLane = isInLane(guesses);
  const mostOfPair = inLane ? OF_STRANGER_AND_NETWORK : OF_ACCOUNT_AND_NETWORK;
  const mostOfNetwork = inLane ? OF_STRANGERS_NETWORK : OF_NETWORK;
  if (ofAccountAndNetwork >= mostOfPair || ofNetwork >= mostOfNetwork) return GUESSES_MS / 60_000;
  return inLane && ofStrangersThisMinute >= OF_STRANGERS_A_MINUTE ? LANE_MS / 60_000 : 0;
}
