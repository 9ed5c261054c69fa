import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in a bundle for the SDK's own search of eight places (lib/function/bundle.ts): Lambda
 * gives a function its credentials in its environment, and in no other way.
 */
export const defaultProvider = () => fromEnv();
