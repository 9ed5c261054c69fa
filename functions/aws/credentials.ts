import { fromEnv } from '@aws-sdk/credential-provider-env';

/** Bundles have this for the SDK's search of eight places: Lambda only sets the environment. */
export const defaultProvider = () => fromEnv();
