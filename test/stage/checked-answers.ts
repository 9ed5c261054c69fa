import { subscribe } from 'node:diagnostics_channel';
import { flushCompileCache } from 'node:module';
import { type Answered, answerFaults } from './answer-check.ts';

/** Loaded before a stage: an answer that is not as docs/api/openapi.json says ends the stage. */
subscribe('ingat.answer', (answer) => {
  const faults = answerFaults(answer as Answered);
  if (faults.length > 0) throw new Error(`Not the contract: ${faults.join(' · ')}`);
});

// Node keeps compiled modules at its end; a stage that is killed would leave none to the next.
setInterval(flushCompileCache, 2_000).unref();
