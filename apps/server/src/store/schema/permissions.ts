/** Policies, roles, who holds which policy, and the tags that policies can ask for. */

export interface PoliciesTable {
  account_id: string;
  policy_name: string;
  policy_name_key: string;
  description: string;
  /** Number of the default version: 1 for `v1`. */
  default_version: number;
  /** Number that the next version gets; numbers are never used again. */
  next_version: number;
  created_at: number;
  updated_at: number;
}

export interface PolicyVersionsTable {
  account_id: string;
  policy_name_key: string;
  version: number;
  document: string;
  created_at: number;
}

export interface AttachmentsTable {
  account_id: string;
  principal_type: 'user' | 'group' | 'role';
  principal_id: string;
  policy_type: 'System' | 'Custom';
  /** Lower-cased for custom policies, exact for system policies. */
  policy_key: string;
  /** Empty for the whole account. */
  resource_group_id: string;
  attached_at: number;
}

/** How many principals of each kind hold each policy, for whatever scope; kept by triggers, none of them 0. */
export interface PolicyHoldersTable {
  account_id: string;
  policy_type: 'System' | 'Custom';
  policy_key: string;
  principal_type: 'user' | 'group' | 'role';
  holders: number;
}

/** How many attachments there are of one policy, for one scope, to one kind of principal; kept by triggers, none of them 0. */
export interface AttachmentCountsTable {
  account_id: string;
  /** Empty for the whole account. */
  resource_group_id: string;
  principal_type: 'user' | 'group' | 'role';
  policy_type: 'System' | 'Custom';
  policy_key: string;
  attachments: number;
}

export interface RolesTable {
  account_id: string;
  role_id: string;
  role_name: string;
  /** Lower-cased name: unique without case. */
  role_name_key: string;
  description: string;
  /** JSON text of the policy that says who may take the role on. */
  trust_document: string;
  /** Seconds that a session may last. */
  max_session_duration: number;
  /** Sessions born under another number have ended. */
  session_epoch: number;
  created_at: number;
  updated_at: number;
  /** The service whose role it is; null for the account's own. */
  service_name: string | null;
}

/** Deletions of service-linked roles that can still be asked about. */
export interface RoleDeletionsTable {
  account_id: string;
  /** As callers name it: `task/acs-service-role/<service>/<role>/<uuid>`. */
  task_id: string;
  created_at: number;
}

/** Names for resources that belong together; which they are the services know that hold them. */
export interface ResourceGroupsTable {
  account_id: string;
  resource_group_id: string;
  name: string;
  /** Lower-cased name: unique without case. */
  name_key: string;
  display_name: string;
  created_at: number;
}

/** Labels of users, roles, custom policies and resource groups. */
export interface TagsTable {
  account_id: string;
  resource_type: 'user' | 'role' | 'policy' | 'resourcegroup';
  /** The id of a user, role or resource group, the lower-cased name of a policy. */
  resource_id: string;
  tag_key: string;
  tag_value: string;
}
