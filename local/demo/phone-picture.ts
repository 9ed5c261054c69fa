import { wrapped } from '../../bin/report/table.ts';

const width = 28;

/** A phone with one text on it, a line each, for a terminal. */
export function phonePicture(text: string, time: string): readonly string[] {
  const line = (content: string): string => `│ ${content.padEnd(width)} │`;
  const bar = '─'.repeat(width + 2);
  return [
    `╭${bar}╮`,
    line(`INGAT${time.padStart(width - 5)}`),
    `├${bar}┤`,
    ...wrapped(text, width).split('\n').map(line),
    line(''),
    line('+62 870…0100'),
    `╰${bar}╯`,
  ];
}

export const besidePhone = (
  phone: readonly string[],
  lines: readonly string[],
): readonly string[] =>
  Array.from({ length: Math.max(phone.length, lines.length) }, (_, at) =>
    `  ${(phone[at] ?? '').padEnd(width + 4)}   ${lines[at] ?? ''}`.trimEnd(),
  );
