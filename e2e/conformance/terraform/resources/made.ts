/** What resources refer to, made by somebody else. */
import { documents, trustIn } from '../resource.ts';
import type { World } from '../world.ts';

/** A user; gives its name. */
export async function userIn({ elsewhere, fresh }: World): Promise<string> {
  const UserName = fresh('user');
  await elsewhere('Ram CreateUser', { UserName });
  return UserName;
}

/** A group; gives its name. */
export async function groupIn({ elsewhere, fresh }: World): Promise<string> {
  const GroupName = fresh('group');
  await elsewhere('Ram CreateGroup', { GroupName });
  return GroupName;
}

/** A role; gives its name. */
export async function roleIn({ elsewhere, fresh }: World): Promise<string> {
  const RoleName = fresh('role');
  await elsewhere('Ram CreateRole', { RoleName, AssumeRolePolicyDocument: trustIn('ecs.aliyuncs.com') });
  return RoleName;
}

/** A custom policy; gives its name. */
export async function policyIn({ elsewhere, fresh }: World): Promise<string> {
  const PolicyName = fresh('policy');
  await elsewhere('Ram CreatePolicy', { PolicyName, PolicyDocument: documents.first });
  return PolicyName;
}
