import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { userNames } from './example.ts';
import { serverAnswering } from './server.ts';

it('the example of the README is the one that runs here, and does what it says', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('./example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
  const there = {
    Code: 'EntityAlreadyExists.User',
    Message: 'The name belongs to another user.',
    RequestId: '1',
  };
  const users = {
    RequestId: '2',
    IsTruncated: false,
    Users: { User: [{ UserName: 'alice' }, { UserName: 'bob' }] },
  };
  const { endpoint } = await serverAnswering((_, at) =>
    at === 0 ? { status: 409, body: JSON.stringify(there) } : { body: JSON.stringify(users) },
  );
  expect(await userNames(endpoint, 'an-id', 'a-secret')).toEqual(['alice', 'bob']);
});
