import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whoever uses this machine may act as any of the made-up people, so a web page from elsewhere must
 * not come in: neither by a name of its own that leads here (DNS rebinding), which `Host` tells,
 * nor by posting blindly, which `Origin` tells. Answers why a request is refused, or null.
 */
export function strangerAt(
  { host = '', origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>,
  port: number,
): string | null {
  const names = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`);
  const own = [...names, ...(port === 80 ? ['127.0.0.1', 'localhost'] : [])];
  const here = `Ingat on this machine answers only at ${names.map(withScheme).join(' and ')}`;
  if (!own.includes(host.toLowerCase())) return `${here}, not at "${host}".`;
  if (origin !== undefined && !own.map(withScheme).includes(origin.toLowerCase()))
    return `${here}, and not to a page of "${origin}".`;
  return null;
}

const withScheme = (name: string): string => `http://${name}`;
