import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../stage/command.ts';

const { scripts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
) as { scripts: Record<string, string> };

/** Every command of package.json that is a file of ours, seen from bin/. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const file = /^(?:\w+=\S+ )?node (\S+)$/.exec(script)?.[1];
  return file ? [{ name, file: join('..', file) }] : [];
});

it('knows the commands', () => expect(commands.length).toBeGreaterThan(20));

describe.each(commands)('npm run $name', ({ name, file }) => {
  const usage = new RegExp(`^npm (run (-s )?)?${name}\\b`, 'm');

  it('says how it is used to whoever asks, with an example of its own options', async () => {
    const { code, said } = await run(file, ['--help']);
    expect(said).toMatch(usage);
    const [about = '', example = ''] = said.split('\n\n  Example: ');
    expect(example).toMatch(usage);
    const options = example.match(/--[a-z][a-z-]*/g) ?? [];
    expect(options.filter((option) => !about.includes(option))).toEqual([]);
    expect(code).toBe(0);
  });

  it('says in one line which option it does not know, and who helps', async () => {
    const { code, said } = await run(file, ['--emtpy']);
    expect(said).toBe("Unknown option '--emtpy'. --help shows how this command is used.\n");
    expect(code).toBe(2);
  });
});
