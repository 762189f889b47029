/** Every command. */
import type { Command } from "./command.ts";
import { inspect } from "./inspect.ts";
import { screenCommand } from "./screen.ts";

export const COMMANDS: readonly Command[] = [screenCommand, inspect];
