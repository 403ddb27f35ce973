import { applyCommands } from "./apply-command";
import type { ZoneModelCommand } from "./commands";
import { indexModel } from "./queries";
import type { ModelRule } from "./rules/rule";
import type { ZoneModel } from "./zone-model";

/** As many commands as one gesture holds. */
const MOST_COMMANDS = 400;

/**
 * The one-step fixes of a rule as one gesture. Each is worked out on the model that those before it have left: two
 * zones of one name must not both get the same new one. `findingIds` are those to fix; a finding that an earlier fix
 * has closed or made impossible is passed over. Stops before the gesture grows too long.
 */
export function fixAll(
  model: ZoneModel,
  rule: ModelRule,
  findingIds: Iterable<string>,
): ReadonlyArray<ZoneModelCommand> {
  const waiting = new Set(findingIds);
  const commands: Array<ZoneModelCommand> = [];
  let index = indexModel(model);
  for (;;) {
    const next = rule.evaluate(index).find(({ id, fix }) => fix !== undefined && waiting.has(id));
    if (!next?.fix || commands.length + next.fix.length > MOST_COMMANDS) return commands;
    waiting.delete(next.id);
    const applied = applyCommands(index.model, next.fix);
    if (!applied.ok) continue;
    commands.push(...next.fix);
    index = indexModel(applied.value, index);
  }
}
