/** The element with the changes that are given. Gives back the same object where nothing differs. */
export function withChanges<Element extends object>(element: Element, changes: Partial<Element>): Element {
  const given = namesOf(changes).filter((name) => !Object.is(changes[name], element[name]));
  if (given.length === 0) return element;
  const changed = { ...element };
  for (const name of given) {
    const value = changes[name];
    if (value !== undefined) changed[name] = value;
  }
  return changed;
}

/** What the changed fields held before: the changes that lead back. */
export function valuesBefore<Element extends object, Changes extends Partial<Element>>(
  element: Element,
  changes: Changes,
): Changes {
  // Holds exactly the fields of `changes`, with the element's values: TypeScript cannot follow the names.
  return Object.fromEntries(namesOf<Element>(changes).map((name) => [name, element[name]])) as Changes;
}

/** A member that is `undefined` says nothing: JSON drops it on the way to the server. */
function namesOf<Element extends object>(changes: Partial<Element>): ReadonlyArray<keyof Element> {
  // Object.keys forgets the names' type.
  const names = Object.keys(changes) as Array<keyof Element>;
  return names.filter((name) => changes[name] !== undefined);
}
