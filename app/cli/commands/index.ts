import { check } from "./check";
import type { Command } from "./command";
import { example } from "./example";
import { schema } from "./schema";
import { verify } from "./verify";

export const COMMANDS: ReadonlyArray<Command> = [check, verify, schema, example];
