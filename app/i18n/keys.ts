import type { Messages, Namespace } from "./resources";

/**
 * Keys of the English messages as plain unions, worked out once per namespace. i18next's own types do it per call,
 * which took most of the time of a type check.
 */
type Singular<Key extends string> =
  Key extends `${infer Base}_${"zero" | "one" | "two" | "few" | "many" | "other"}` ? Base : Key;
type Leaves<Tree, Path extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${Singular<Key>}`
    : Leaves<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];
type KeysByNamespace = { [Own in Namespace]: Leaves<Messages[Own]> };

/** `title` */
export type KeyOf<Own extends Namespace> = KeysByNamespace[Own];
/** `model:title` */
export type QualifiedKey = { [Own in Namespace]: `${Own}:${KeysByNamespace[Own]}` }[Namespace];

export type Parameters = Readonly<Record<string, unknown>>;
/** Bare keys are those of `Own`; without one every key names its namespace. */
export type Translate<Own extends Namespace = never> = (
  key: KeyOf<Own> | QualifiedKey,
  parameters?: Parameters,
) => string;
