import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editAliyunFile } from './aliyun-file.ts';

const key = { profile: 'lab', accessKeyId: 'LTAInew', accessKeySecret: 'new-secret' };

/** As the aliyun CLI writes it, with members that we know nothing of. */
const existing = `{
\t"current": "prod",
\t"profiles": [
\t\t{
\t\t\t"name": "prod",
\t\t\t"mode": "AK",
\t\t\t"access_key_id": "LTAIprod",
\t\t\t"access_key_secret": "prod-secret",
\t\t\t"retry_count":  3,
\t\t\t"site": "\\u4e2d\\u56fd",
\t\t\t"quote": "a \\" } ] b"
\t\t},
\t\t{
\t\t\t"name": "lab",
\t\t\t"mode": "RamRoleArn",
\t\t\t"access_key_id": "LTAIold",
\t\t\t"access_key_secret": "old-secret",
\t\t\t"sts_token": "old-token",
\t\t\t"ram_role_arn": "acs:ram::1:role/old",
\t\t\t"region_id": "cn-beijing",
\t\t\t"future_member": { "a": [1.0, 2] },
\t\t\t"output_format": "table"
\t\t}
\t],
\t"meta_path": "",
\t"future": 1e2
}
`;

describe('the file of the aliyun CLI', () => {
  it('is begun with the profile as the current one', () => {
    const { text, replaced } = editAliyunFile(undefined, { ...key, host: 'iam.example:8443' });
    expect(replaced).toBe(false);
    expect(JSON.parse(text)).toEqual({
      current: 'lab',
      profiles: [
        {
          name: 'lab',
          mode: 'AK',
          access_key_id: 'LTAInew',
          access_key_secret: 'new-secret',
          region_id: 'cn-hangzhou',
          output_format: 'json',
          language: 'en',
          endpoint: 'iam.example:8443',
        },
      ],
    });
  });

  it('keeps every other byte when a profile is replaced, and of that profile what is no credential', () => {
    const { text, replaced } = editAliyunFile(existing, key);
    expect(replaced).toBe(true);
    const start = existing.indexOf('{\n\t\t\t"name": "lab"');
    expect(text.slice(0, start)).toBe(existing.slice(0, start));
    const rest = existing.slice(existing.indexOf('\n\t],'));
    expect(text.endsWith(rest)).toBe(true);
    expect(JSON.parse(text).profiles[1]).toEqual({
      name: 'lab',
      mode: 'AK',
      access_key_id: 'LTAInew',
      access_key_secret: 'new-secret',
      region_id: 'cn-beijing',
      future_member: { a: [1, 2] },
      output_format: 'table',
    });
    expect(text).not.toContain('old-');
  });

  it('keeps every byte when a profile is added, and leaves the current one', () => {
    const added = editAliyunFile(existing, { ...key, profile: 'third' });
    const at = existing.indexOf('\n\t],');
    expect(added.replaced).toBe(false);
    expect(added.text.startsWith(`${existing.slice(0, at)},\n\t\t{`)).toBe(true);
    expect(added.text.endsWith(existing.slice(at))).toBe(true);
    expect(JSON.parse(added.text)).toMatchObject({
      current: 'prod',
      profiles: [{ name: 'prod' }, { name: 'lab' }, { name: 'third', mode: 'AK' }],
    });
  });

  it.each([
    '{}',
    '{ "meta_path": "/x" }',
    '{"current":"lab","profiles":[]}',
    '{"profiles":[],"current":"p"}',
  ])('that holds %s gets its first profile', before => {
    const after = JSON.parse(editAliyunFile(before, key).text);
    expect(after).toMatchObject({ ...JSON.parse(before), profiles: [{ name: 'lab', mode: 'AK' }] });
  });

  it.each(['[]', '"x"', '{', '{"profiles": {}}', '{"a":1,"a":2}', '\ufeff{}'])(
    'that holds %j is left alone',
    text => {
      expect(() => editAliyunFile(text, key)).toThrow();
    },
  );

  it('is left alone when it has the profile twice, and not when it has another one twice', () => {
    const twice = (name: string) => `{"profiles":[{"name":"${name}"},{"name":"x"},{"name":"${name}"}]}`;
    expect(() => editAliyunFile(twice('lab'), key)).toThrow('It has the profile lab twice.');
    expect(JSON.parse(editAliyunFile(twice('prod'), key).text).profiles).toHaveLength(4);
  });

  it('changes nothing but the profile, whatever else there is', () => {
    const name = fc.string({ maxLength: 8 }).filter(text => text !== 'lab');
    const profile = fc.record({ name, extra: fc.jsonValue({ maxDepth: 3 }) });
    const indent = fc.constantFrom(undefined, 2, '\t');
    const world = fc.record({ profiles: fc.array(profile), others: fc.jsonValue({ maxDepth: 3 }), indent });
    fc.assert(
      fc.property(world, ({ profiles, others, indent: indentation }) => {
        const before = { others, profiles, last: 1 };
        const once = editAliyunFile(JSON.stringify(before, undefined, indentation), key);
        expect(JSON.parse(once.text)).toEqual({
          ...JSON.parse(JSON.stringify(before)),
          profiles: [
            ...JSON.parse(JSON.stringify(profiles)),
            expect.objectContaining({ name: 'lab', access_key_secret: 'new-secret' }),
          ],
        });
        const twice = editAliyunFile(once.text, { ...key, accessKeySecret: 'newer-secret' });
        expect(twice).toEqual({ text: once.text.replace('new-secret', 'newer-secret'), replaced: true });
      }),
    );
  });
});
