import { type Role, roles } from '#triggers';

/** Cognito does not tell capitals apart here, and nor does the mail of any office. */
export function emailIn(typed = ''): string {
  const email = typed.trim().toLowerCase();
  if (/^\S+@\S+\.\S+$/.test(email)) return email;
  throw new Error(`--email ${typed} is not an e-mail address`);
}

export function rolesIn(typed: string | undefined): readonly Role[] | undefined {
  return typed?.split(',').map((each) => {
    const role = roles.find((known) => known === each.trim());
    if (role) return role;
    throw new Error(`--role ${each} is not a role: ${roles.join(', ')}`);
  });
}
