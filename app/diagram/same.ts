type Nothing = null | undefined;

/** True where both have the same members, the members themselves compared as objects. */
export function isSame<Members extends object>(a: Members | Nothing, b: Members | Nothing): boolean {
  if (!a || !b) return a === b;
  // Object.keys forgets the names' type.
  const names = Object.keys(a) as Array<keyof Members>;
  return names.every((name) => Object.is(a[name], b[name]));
}

export function areAllSame<Entry>(
  a: ReadonlyArray<Entry> | Nothing,
  b: ReadonlyArray<Entry> | Nothing,
  areSame: (one: Entry, other: Entry) => boolean = Object.is,
): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((entry, position) => areSame(entry, b[position] as Entry));
}
