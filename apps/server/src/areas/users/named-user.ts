/** How calls are authorized that are about one user whom they must name: on the user of that name. */
import type { Scope } from '../../kernel/scope.ts';
import { userNameFromPrincipalName } from '../accounts/index.ts';
import { userResource } from './lookup.ts';

/** A RAM call on the user whom `userName` names (spec: policy 6.1). */
export const onNamedUser = {
  authorization: {
    kind: 'policy',
    resources: ({ userName }: { readonly userName: string }) => [userResource(userName)],
  },
} as const;

/** An IMS call on the user of a principal name; one in somebody else's domain gives the collection (spec: policy 6.2). */
export const onNamedPrincipal = {
  target: (scope: Scope, { userPrincipalName }: { readonly userPrincipalName: string }) =>
    userNameFromPrincipalName(scope, userPrincipalName),
  authorization: {
    kind: 'policy',
    resources: (_command: unknown, userName: string | undefined) => [userResource(userName)],
  },
} as const;
