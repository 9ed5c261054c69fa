import { subjects } from '../subjects.ts';

/** One part of a subject, for the process that started this one: its rows are the last line. */
const [name = '', part = ''] = process.argv.slice(2);
const rows = await subjects[name]?.parts[part]?.();
process.stdout.write(`\n${JSON.stringify(rows)}\n`, () => process.exit());
