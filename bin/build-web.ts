import { buildConsole } from '#local/http/console-build';

console.log(`The console is built into web/dist, in ${(await buildConsole()).toFixed(1)} s.`);
