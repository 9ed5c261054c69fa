import type { PreTokenGenerationV2TriggerEvent as Asked } from 'aws-lambda';
import { staffName } from '#domain/staff-name';
import { job } from '#handlers/job';

/**
 * An access token of Cognito has only an id; the console and the audit log show name and address.
 * It calls nobody: were it to fail, nobody could sign in.
 */
export const handler = job<Asked, Asked>(async (event) => {
  const { userAttributes: attributes } = event.request;
  const name = staffName(attributes);
  const { email } = attributes;
  return {
    ...event,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          claimsToAddOrOverride: { ...(name && { name }), ...(email && { email }) },
        },
      },
    },
  };
});
