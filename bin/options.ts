import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The options of a command that takes nothing else. What was mistyped is said in a sentence above the usage (exit 2). */
export function readOptions<T extends ParseArgsOptionsConfig>(options: T, usage: string) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split('. ');
    console.error(`${sentence}.\n\n${usage}`);
    return process.exit(2);
  }
}
