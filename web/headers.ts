/**
 * Sent with the console's files, locally and by CloudFront: no code from elsewhere, no frames.
 * `connectTo`: origins besides our own that the console calls, such as the identity provider's.
 */
export const securityHeaders = (
  connectTo: readonly string[] = [],
): Readonly<Record<string, string>> => ({
  'content-security-policy': policyOf({ ...policy, 'connect-src': ["'self'", ...connectTo] }),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
});

const policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
} as const;

const policyOf = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');

/** Names under /assets/ carry a hash of the content; other files are revalidated. */
export const cacheControl = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** An address without a file ending is a page's: index.html serves all of them. */
export const isPageAddress = (path: string): boolean => !/\.[a-z0-9]+$/i.test(path);
