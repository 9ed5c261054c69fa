import { AsyncLocalStorage } from 'node:async_hooks';
import { closeSync, openSync, writeSync } from 'node:fs';
import { otherLayoutName } from '#flows/hold-layout';
import type { HandlerName } from '#triggers';

export type HandlerLog = ReturnType<typeof keepHandlerLog>;

/**
 * Handlers print to a file, in AWS to CloudWatch; a failure is also one line on stderr. `told`
 * hears each line that a handler prints.
 */
export function keepHandlerLog(file: string, told: (name: HandlerName, line: string) => void) {
  const descriptor = openSync(file, 'a', 0o600);
  const current = new AsyncLocalStorage<HandlerName>();
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write);
  streams.forEach((stream, index) => {
    const original = originals[index]?.bind(stream);
    const write = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
      const name = current.getStore();
      if (name === undefined) return original?.(chunk, ...rest) ?? true;
      writeSync(descriptor, chunk.toString());
      for (const line of chunk.toString().split('\n')) if (line) told(name, line);
      return true;
    };
    stream.write = write;
  });
  return {
    /** Says that the handler begins, as Lambda does, and sends the output of `work` to the file. */
    around<T>(name: HandlerName, work: () => Promise<T>): Promise<T> {
      writeSync(descriptor, `${JSON.stringify({ type: 'platform.start', handler: name })}\n`);
      return current.run(name, work);
    },
    failed(name: HandlerName, error: unknown): void {
      const reason = error instanceof Error ? error : new Error(String(error));
      const entry = { level: 'ERROR', handler: name, error: reason.message, stack: reason.stack };
      writeSync(descriptor, `${JSON.stringify(entry)}\n`);
      // A start that meets it says so itself.
      if (reason.name !== otherLayoutName) console.error(`${name} failed: ${reason.message}`);
    },
    close(): void {
      streams.forEach((stream, index) => {
        stream.write = originals[index] ?? stream.write;
      });
      closeSync(descriptor);
    },
  };
}
