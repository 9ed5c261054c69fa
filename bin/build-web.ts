import { buildConsole } from '#local/http/console-build';
import { readOptions } from './command.ts';

readOptions(
  {},
  `npm run build:web

  Builds the console into web/dist. npm start does so by itself where it is out of date.

  Example: npm run build:web`,
);

console.log(`The console is built into web/dist, in ${(await buildConsole()).toFixed(1)} s.`);
