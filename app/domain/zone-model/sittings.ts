/** One save, as far as it matters for what belongs together. `at` is an instant in ISO 8601. */
type Saved = { personId: string; at: string };

/** What one person did without a long pause; newest first, like the edits in it. */
export type Sitting<Edit extends Saved> = {
  personId: string;
  from: string;
  to: string;
  edits: ReadonlyArray<Edit>;
};

/** A pause of a quarter of an hour ends a sitting. */
const PAUSE_MS = 15 * 60_000;

/** Edits, newest first, by sitting: one person, no long pause, nobody else's edit in between. */
export function sittingsOf<Edit extends Saved>(edits: ReadonlyArray<Edit>): ReadonlyArray<Sitting<Edit>> {
  const groups: Array<[Edit, ...Array<Edit>]> = [];
  for (const edit of edits) {
    const group = groups.at(-1);
    const newer = group?.at(-1);
    const belongs =
      newer?.personId === edit.personId && Date.parse(newer.at) - Date.parse(edit.at) < PAUSE_MS;
    if (group && belongs) group.push(edit);
    else groups.push([edit]);
  }
  return groups.map((group) => ({
    personId: group[0].personId,
    from: (group.at(-1) ?? group[0]).at,
    to: group[0].at,
    edits: group,
  }));
}
