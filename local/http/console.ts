import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { consoleFolder } from '#local/http/console-build';
import {
  type Answerer,
  errorAnswer,
  type PublicAnswer,
  type PublicRequest,
} from '#local/http/http-server';
import { clientId } from '#local/sign-in/access-token';
import { signInPath } from '#local/sign-in/sign-in';
import { cacheControl, isPageAddress, securityHeaders } from '#web/headers';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/**
 * CloudFront: the console's files, `index.html` for every page, and this machine's settings.
 * `uploadOrigin`: where the console sends files, which under the name localhost is elsewhere.
 */
export const startConsole = (uploadOrigin: string): Answerer => {
  const headers = securityHeaders([uploadOrigin]);
  const answerOf = (ending: string, body: string | Buffer, path: string): PublicAnswer => ({
    status: 200,
    headers: {
      'content-type': types[ending] ?? 'application/octet-stream',
      'cache-control': cacheControl(path),
      ...headers,
    },
    body,
  });
  return async function answer(request: PublicRequest): Promise<PublicAnswer> {
    const { method, url } = request;
    if (method !== 'GET' && method !== 'HEAD')
      return errorAnswer(
        405,
        'invalid',
        `There is no ${method} ${url.pathname}: the API is under /api.`,
      );
    if (url.pathname === '/settings.json')
      return answerOf(
        '.json',
        JSON.stringify(settingsFor(request.headers.host ?? '')),
        url.pathname,
      );
    const path = isPageAddress(url.pathname) ? '/index.html' : url.pathname;
    const content = await readFile(join(consoleFolder, normalize(path))).catch(() => null);
    if (content === null) return missing(path);
    return compressed(answerOf(extname(path), content, path), {
      path,
      accepts: String(request.headers['accept-encoding'] ?? ''),
    });
  };
};

/** The host as the browser named it: the issuer's cookies belong to that name. */
const settingsFor = (host: string) => ({
  authority: `http://${host}${signInPath}`,
  clientId,
  signOutUrl: `${signInPath}/logout`,
});

const missing = (path: string): PublicAnswer =>
  path === '/index.html'
    ? errorAnswer(503, 'starting', 'The console is not built: npm run build:web builds it.')
    : errorAnswer(
        404,
        'not-found',
        `There is no GET ${path}: see /api, and /_local for the clock and faults.`,
      );

const brotli = promisify(brotliCompress);
const compressedFiles = new Map<string, Buffer>();

/** What is under /assets/ never changes, so each is compressed once. */
async function compressed(
  answer: PublicAnswer,
  { path, accepts }: Readonly<{ path: string; accepts: string }>,
): Promise<PublicAnswer> {
  if (!path.startsWith('/assets/') || !accepts.includes('br')) return answer;
  const body =
    compressedFiles.get(path) ??
    (await brotli(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
  compressedFiles.set(path, body);
  return {
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'br', vary: 'accept-encoding' },
    body,
  };
}
