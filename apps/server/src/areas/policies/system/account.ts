import { allowing } from './system-policy.ts';

/** Rights over everything in an account. The documents are our own; only the names are the vendor's (spec: policy 7). */
export const accountPolicies = [
  allowing('AdministratorAccess', 'Allows every action on every resource of the account.', '*'),
  allowing(
    'ReadOnlyAccess',
    'Allows to read every resource of the account, and to change none.',
    // Verbs that only read in every API served here. "Check*" is not among them: such a call may start a process.
    ['*:Get*', '*:List*', '*:Describe*', '*:Lookup*'],
  ),
];
