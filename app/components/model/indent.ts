/** Deeper than this, depth is told but no longer shown. */
const INDENTS = ["block", "block pl-5", "block pl-10", "block pl-16", "block pl-20"];

/** Classes, not style attributes: the content security policy allows none. */
export function indentOf(depth: number): string {
  return INDENTS[Math.min(depth, INDENTS.length - 1)] ?? "block";
}

/** For the options of a select, which take no classes. */
export function indentedName({ name, depth }: { name: string; depth: number }): string {
  return `${"\u2003".repeat(depth)}${name}`;
}
