export const roles = ['admin', 'finance', 'service'] as const;
export type Role = (typeof roles)[number];

/**
 * As Cognito has to know it: to the letter. Only this machine can be sent there, and without the
 * command's own PKCE secret the code that comes is worth nothing.
 */
export const signInCallback = 'http://127.0.0.1:8788/';

/**
 * Cognito asks it for more claims before it writes a token, a renewed one too, and waits 5 seconds:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export const tokenTrigger = { handler: 'name-staff', version: 'V2_0' } as const;
