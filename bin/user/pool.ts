import {
  type AdminGetUserCommandOutput,
  type AdminListGroupsForUserCommandOutput,
  type CognitoIdentityProvider,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Role } from '#triggers';

export type UserFound = Readonly<{
  name: string | undefined;
  isVerified: boolean;
  isEnabled: boolean;
  /** Has not signed in yet, with the password of the invitation. */
  isInvited: boolean;
  groups: readonly string[];
}>;

export type Pool = ReturnType<typeof poolOf>;

/** The staff in Cognito, by their e-mail address. Each act may be repeated. */
export function poolOf(cognito: CognitoIdentityProvider, UserPoolId: string) {
  const of = (email: string) => ({ UserPoolId, Username: email });
  const attributes = (name: string | undefined) => [
    // Without it Cognito sends no code, and a password can never be reset.
    { Name: 'email_verified', Value: 'true' },
    ...(name === undefined ? [] : [{ Name: 'name', Value: name }]),
  ];
  return {
    async find(email: string): Promise<UserFound | null> {
      const user = await cognito.adminGetUser(of(email)).catch((error) => {
        if (error instanceof UserNotFoundException) return null;
        throw error;
      });
      return user && foundIn(user, await cognito.adminListGroupsForUser(of(email)));
    },
    invite: (email: string, name: string) =>
      cognito.adminCreateUser({
        ...of(email),
        UserAttributes: [{ Name: 'email', Value: email }, ...attributes(name)],
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    inviteAgain: (email: string) =>
      cognito.adminCreateUser({
        ...of(email),
        MessageAction: 'RESEND',
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    describe: (email: string, name: string | undefined) =>
      cognito.adminUpdateUserAttributes({
        ...of(email),
        UserAttributes: attributes(name),
      }),
    enable: (email: string) => cognito.adminEnableUser(of(email)),
    disable: (email: string) => cognito.adminDisableUser(of(email)),
    join: (email: string, role: Role) =>
      cognito.adminAddUserToGroup({ ...of(email), GroupName: role }),
    leave: (email: string, group: string) =>
      cognito.adminRemoveUserFromGroup({ ...of(email), GroupName: group }),
    signOut: (email: string) => cognito.adminUserGlobalSignOut(of(email)),
    resetPassword: (email: string) => cognito.adminResetUserPassword(of(email)),
    forgetAuthenticator: (email: string) => cognito.adminDeleteSoftwareToken(of(email)),
  };
}

function foundIn(
  { UserAttributes = [], Enabled = true, UserStatus }: AdminGetUserCommandOutput,
  { Groups = [] }: AdminListGroupsForUserCommandOutput,
): UserFound {
  const attribute = (name: string) => UserAttributes.find(({ Name }) => Name === name)?.Value;
  return {
    name: attribute('name'),
    isVerified: attribute('email_verified') === 'true',
    isEnabled: Enabled,
    isInvited: UserStatus === 'FORCE_CHANGE_PASSWORD',
    groups: Groups.map(({ GroupName = '' }) => GroupName),
  };
}
