import { createClient, isRefusal, pages, ram } from '@wardenry/client';
import { acs3 } from '@wardenry/client/signing';

/** Names of all users; creates one first unless it is there. */
export async function userNames(
  endpoint: string,
  accessKeyId: string,
  accessKeySecret: string,
): Promise<string[]> {
  const client = createClient({ endpoint, authentication: acs3({ accessKeyId, accessKeySecret }) });
  try {
    await client.call(ram.CreateUser, { UserName: 'alice', DisplayName: 'Alice' });
  } catch (error) {
    // The compiler knows every code that CreateUser can be refused with.
    if (!isRefusal(error, ram.CreateUser) || error.code !== 'EntityAlreadyExists.User') throw error;
  }
  const names: string[] = [];
  for await (const { Users } of pages(client, ram.ListUsers, { MaxItems: 100 })) {
    names.push(...Users.User.map(user => user.UserName));
  }
  return names;
}
