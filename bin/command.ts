import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';

// A reader such as `head` may go before all is said: that is no error, and the work goes on.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

/** The option of every command that talks to the emulator of a data folder. */
export const dataOption = { data: { type: 'string', default: '.ingat' } } as const;

type Parsed<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>;
type Typed<T extends ParseArgsOptionsConfig> = { options: T; allowPositionals: true };

/** Runs a command on its one argument; without it the usage is shown (exit 2). */
export async function command<T extends ParseArgsOptionsConfig>(
  usage: string,
  options: T,
  run: (argument: string, values: Parsed<Typed<T>>['values']) => Promise<void>,
): Promise<void> {
  const { values, positionals } = parsed({ options, allowPositionals: true }, usage);
  const [argument, another] = positionals;
  if (another !== undefined) return misused(`Unexpected argument '${another}'`);
  if (argument) return attempt(() => run(argument, values));
  console.error(usage);
  process.exitCode = 2;
}

/** The options of a command that takes nothing else. */
export const readOptions = <T extends ParseArgsOptionsConfig>(options: T, usage: string) =>
  parsed({ options }, usage).values;

/** The options of a command, and whatever else was typed. */
export const readArguments = <T extends ParseArgsOptionsConfig>(options: T, usage: string) =>
  parsed({ options, allowPositionals: true }, usage);

/** The message of an Error is one sentence for whoever typed the command (exit 1). */
export const attempt = (act: () => Promise<void>): Promise<void> =>
  act().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });

/** Shows the usage to whoever asks (exit 0); says which option was mistyped (exit 2). */
function parsed<T extends ParseArgsConfig>(config: T, usage: string): Parsed<T> {
  if (process.argv.slice(2).some((typed) => typed === '--help' || typed === '-h')) {
    console.log(usage);
    return process.exit(0);
  }
  const taken = Object.keys(config.options ?? {}).find(isTakenByNpm);
  if (taken) return misused(`npm took --${taken} for itself: write -- before the options`);
  try {
    return parseArgs(config);
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ');
    return misused(sentence);
  }
}

/** `npm run import FILE --dry-run`, without the ` -- `, would import for real. */
const isTakenByNpm = (option: string): boolean =>
  !['', 'false', undefined].includes(process.env[`npm_config_${option.replaceAll('-', '_')}`]);

/** For a command that cannot be carried out as it was typed (exit 2). */
export function misused(sentence: string): never {
  console.error(`${sentence}. --help shows how this command is used.`);
  return process.exit(2);
}
