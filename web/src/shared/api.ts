import type { Issue } from '#domain/problem';
import type { RefusalCode } from '#domain/refused';
import { blobOf, joined, partIn } from './csv/parts.ts';

/** `offline`: no answer came · `starting`: the local API is not up yet · `failed`: our fault. */
export type FailureCode = RefusalCode | 'offline' | 'starting' | 'failed';

/** The API's refusal. `issues` say what is wrong where; `body` is the whole answer. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: FailureCode;
  readonly issues: readonly Issue[];
  readonly body: unknown;

  constructor(
    problem: Readonly<{
      status: number;
      code: FailureCode;
      message: string;
      issues?: readonly Issue[];
      body?: unknown;
    }>,
  ) {
    super(problem.message);
    this.status = problem.status;
    this.code = problem.code;
    this.issues = problem.issues ?? [];
    this.body = problem.body;
  }
}

/** `json` is sent as JSON, `text` (a CSV) as it is. */
export type Call = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  json?: unknown;
  text?: string;
  headers?: Readonly<Record<string, string>>;
}>;

export type Api = ReturnType<typeof apiWith>;

/** Calls carry the reader's token; `lost` is called when the API no longer accepts it. */
export function apiWith(token: () => string | undefined, lost: () => void) {
  const answerTo = async (call: Call): Promise<Response> => {
    const answer = await fetch(call.path, requestOf(call, token())).catch((error: Error) => {
      throw new ApiError({ status: 0, code: 'offline', message: error.message });
    });
    if (answer.ok) return answer;
    if (answer.status === 401) lost();
    throw await problemOf(answer);
  };
  return {
    /** The answer's JSON; throws an ApiError where it is refused or does not come. */
    call: async <T>(call: Call): Promise<T> => (await answerTo(call)).json(),
    /**
     * Saves the file of a `.csv` address, and what follows where it was cut. Answers where it would
     * go on after that, or null.
     */
    download: async (path: string): Promise<string | null> => {
      const partAt = async (at: string) => partIn(await answerTo({ method: 'GET', path: at }));
      let file = await partAt(path);
      for (let parts = 1; file.next !== null && parts < mostParts; parts++)
        file = joined(file, await partAt(file.next));
      saveFile(file.name, blobOf(file));
      return file.next;
    },
  };
}

/** Of one file: 100,000 lines of a list, some minutes. */
const mostParts = 20;

/** API Gateway answers within 30 s or not at all: a call that hangs longer has failed. */
const longestAnswer = 40_000;

function requestOf({ method, json, text, headers }: Call, token: string | undefined): RequestInit {
  const type: Record<string, string> =
    json !== undefined
      ? { 'content-type': 'application/json' }
      : text !== undefined
        ? { 'content-type': 'text/csv' }
        : {};
  const body = json !== undefined ? JSON.stringify(json) : text;
  return {
    method,
    signal: AbortSignal.timeout(longestAnswer),
    headers: { ...type, ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  };
}

/** API Gateway refuses with `{message}` of its own, and proxies may not answer JSON at all. */
async function problemOf(answer: Response): Promise<ApiError> {
  const body = (await answer.json().catch(() => null)) as Readonly<{
    error?: Readonly<{
      code?: FailureCode;
      message?: string;
      issues?: readonly Issue[];
    }>;
    message?: string;
  }> | null;
  const {
    code = codeOf(answer.status),
    message = body?.message ?? answer.statusText,
    issues = [],
  } = body?.error ?? {};
  return new ApiError({ status: answer.status, code, message, issues, body });
}

const codes: Readonly<Record<number, FailureCode>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
};

const codeOf = (status: number): FailureCode => codes[status] ?? 'failed';

/** Lets the browser save a file. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
