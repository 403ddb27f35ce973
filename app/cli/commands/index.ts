import { check } from "./check";
import type { Command } from "./command";
import { example } from "./example";
import { schema } from "./schema";

export const COMMANDS: ReadonlyArray<Command> = [check, schema, example];
