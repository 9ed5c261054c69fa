export const importProblems = {
  'import-too-large': ({ most }: { most: number }) =>
    `is more than ${most} bytes, which is all that one file may have: cut it into several`,
  'import-none': ({ importId }: { importId: string }) =>
    `There is no import ${importId}: GET /api/imports lists them`,
  'import-not-tried': ({ state }: { state: string }) =>
    `Only a dry run that has ended can be applied, and this import is ${state}`,
  'import-file-expired': () =>
    'The file of this dry run has been deleted meanwhile: upload it again',
  'import-other-size': ({ arrived, announced }: { arrived: number; announced: number }) =>
    `The file has ${arrived} bytes, and ${announced} were announced: upload it again`,
  'import-not-text': () =>
    'The file is not UTF-8 text: in Excel choose "CSV UTF-8 (Comma delimited)" when saving',
  'import-empty': () => 'The file is empty: it needs a header row, and a row under it',
  'import-file-gone': () =>
    'The file was deleted or replaced before all of it was read: upload it again',
  'import-unreadable': ({ tries, line }: { tries: number; line: number }) =>
    `The file was read ${tries} times from line ${line} on, and each time that broke off: look ` +
    'at the lines from there on, and upload it again',
  'import-line-endless': ({ line, most }: { line: number; most: number }) =>
    `Line ${line} does not end within ${most} bytes: is it a CSV file?`,
  'import-never-arrived': () => 'The file never arrived: upload it again',
  'import-unfinished': ({ pieces, lines }: { pieces: number; lines: readonly string[] }) =>
    `${pieces} pieces of up to a thousand lines could not be imported, all others were. ` +
    `Missing are the lines ${lines.join(', ')}`,
} as const;
