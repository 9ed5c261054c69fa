import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, type EmulatorOptions, startEmulator } from '#local/emulator';
import { type Handler, importHandler, type LoadHandler } from '#local/lambda';
import { type HandlerName, tokenTrigger } from '#triggers';

export type Stubs = Partial<
  Record<HandlerName, (event: never, context: Parameters<Handler>[1]) => unknown>
>;

/** Handlers that do what the test says, nothing else. Whoever signs in needs the one of Cognito. */
export const handlersOf =
  (stubs: Stubs): LoadHandler =>
  async (name) => {
    const stub = stubs[name];
    if (!stub && name === tokenTrigger.handler) return importHandler(name);
    return async (event, context) => stub?.(event as never, context) ?? {};
  };

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'ingat-stage-'));

/** A stage on a free port and its own folder, at 08:00 in Jakarta on Wednesday 11 November 2026. */
export const startStubStage = (
  stubs: Stubs = {},
  options: Partial<EmulatorOptions> = {},
): Promise<Emulator> =>
  startEmulator({
    dataDir: newFolder(),
    port: 0,
    now: Date.parse('2026-11-11T08:00:00+07:00'),
    loadHandler: handlersOf(stubs),
    ...options,
  });
