import { expect, it } from 'vitest';
import { serverAnswering } from '../test/server.ts';
import { createClient, pages, ram } from './index.ts';
import { acs3 } from './signing.ts';

const authentication = acs3({ accessKeyId: 'an-id', accessKeySecret: 'a-secret' });

/** Answers with these members in turn. */
async function answering(...replies: readonly object[]) {
  const { endpoint, received } = await serverAnswering((_, at) => ({ body: JSON.stringify(replies[at]) }));
  const asked = () => received.map(({ body }) => Object.fromEntries(new URLSearchParams(body.toString())));
  return { client: createClient({ endpoint, authentication }), asked };
}

it('a list is read to its last page, with the same request', async () => {
  const { client, asked } = await answering(
    { IsTruncated: true, Marker: 'm1' },
    { IsTruncated: true, Marker: 'm2' },
    { IsTruncated: false },
  );
  const markers: (string | undefined)[] = [];
  for await (const reply of pages(client, ram.ListUsers, { MaxItems: 2 })) markers.push(reply.Marker);
  expect(markers).toEqual(['m1', 'm2', undefined]);
  expect(asked()).toEqual([
    { MaxItems: '2' },
    { MaxItems: '2', Marker: 'm1' },
    { MaxItems: '2', Marker: 'm2' },
  ]);
});

it('a list of tags names its next page by a token', async () => {
  const { client, asked } = await answering({ NextToken: 't1' }, { NextToken: '' });
  const request = { ResourceType: 'role' } as const;
  for await (const _ of pages(client, ram.ListTagResources, request));
  expect(asked()).toEqual([{ ResourceType: 'role' }, { ResourceType: 'role', NextToken: 't1' }]);
});

it('no page is asked for before it is wanted', async () => {
  const { client, asked } = await answering({ IsTruncated: true, Marker: 'm1' }, { IsTruncated: false });
  for await (const reply of pages(client, ram.ListUsers, {})) {
    expect(reply.IsTruncated).toBe(true);
    break;
  }
  expect(asked()).toHaveLength(1);
});
