// Gives a new colleague a user in a group that may look at users. Run it again: what is there already stays as it is.
import { ApiError, createClient, pages, ram } from '@wardenry/client';
import { acs3 } from '@wardenry/client/signing';

const [name = 'alice'] = process.argv.slice(2);

const client = createClient({
  endpoint: process.env.WARDENRY_ENDPOINT ?? 'http://127.0.0.1:8440',
  authentication: acs3({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID ?? '',
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET ?? '',
  }),
});

const team = { GroupName: 'readers' };
const policy = { PolicyName: 'look-at-users', PolicyType: 'Custom' } as const;
const document = {
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: ['ram:GetUser', 'ram:ListUsers'], Resource: 'acs:ram:*:*:user/*' }],
};

await unlessThere(client.call(ram.CreateGroup, team));
await unlessThere(client.call(ram.CreatePolicy, { ...policy, PolicyDocument: JSON.stringify(document) }));
await unlessThere(client.call(ram.AttachPolicyToGroup, { ...policy, ...team }));
await unlessThere(client.call(ram.CreateUser, { UserName: name, DisplayName: name }));
await unlessThere(client.call(ram.AddUserToGroup, { UserName: name, ...team }));

for await (const { Users } of pages(client, ram.ListUsersForGroup, team)) {
  for (const user of Users.User) console.log(`${user.UserName} is one of ${team.GroupName}`);
}

/** Takes the refusal of what is there already for success. */
async function unlessThere(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ApiError) || !error.code.startsWith('EntityAlreadyExists.')) throw error;
  }
}
