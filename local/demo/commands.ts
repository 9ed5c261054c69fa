/** ` --data DIR` and ` --port N` for a command line, each empty where it is the usual one. */
export type Again = Readonly<{ data: string; port: string }>;

export const threeDaysOn = ({ data }: Pick<Again, 'data'>): string => `npm run clock -- P3D${data}`;

export const startAgain = ({ data, port }: Again, more = ''): string =>
  more || data || port ? `npm start --${more}${data}${port}` : 'npm start';

/** Commands, and beside them what they do. */
export function columns(
  rows: readonly (readonly [command: string, does: string])[],
): readonly string[] {
  const width = Math.max(...rows.map(([command]) => command.length));
  return rows.map(([command, does]) => `    ${command.padEnd(width)}  ${does}`);
}
