/** Users and groups, and the AccessKeys of users and of the account itself. */

export interface UsersTable {
  account_id: string;
  user_id: string;
  user_name: string;
  /** Lower-cased name: unique without case. */
  user_name_key: string;
  display_name: string;
  comments: string;
  mobile_phone: string;
  email: string;
  created_at: number;
  updated_at: number;
  last_login_at: number | null;
  /** Sessions born under another number have ended. */
  session_epoch: number;
}

export interface GroupsTable {
  account_id: string;
  group_id: string;
  group_name: string;
  group_name_key: string;
  display_name: string;
  comments: string;
  created_at: number;
  updated_at: number;
}

export interface GroupMembersTable {
  account_id: string;
  user_id: string;
  group_id: string;
  joined_at: number;
}

export interface AccessKeysTable {
  account_id: string;
  access_key_id: string;
  /** Empty for a key of the account itself. */
  user_id: string;
  status: 'Active' | 'Inactive';
  sealed_secret: string;
  created_at: number;
  updated_at: number;
  /** Sessions born under another number have ended. */
  session_epoch: number;
}

export interface AccessKeyUsesTable {
  account_id: string;
  access_key_id: string;
  used_at: number;
  service_name: string;
}

/** From where a key may be used; stays while its key is in the recycle bin. */
export interface AccessKeyPoliciesTable {
  account_id: string;
  /** Empty for the policy of the whole account. */
  access_key_id: string;
  /** JSON text as replies show it. */
  document: string;
  updated_at: number;
}
