import { describe, expect, it } from 'vitest';
import { editSdkFile } from './sdk-file.ts';

const key = { profile: 'lab', accessKeyId: 'LTAInew', accessKeySecret: 'new+secret=' };
const section = '[lab]\ntype = access_key\naccess_key_id = LTAInew\naccess_key_secret = new+secret=\n';

describe('the file that SDKs read', () => {
  it('is begun with the profile', () => {
    expect(editSdkFile(undefined, key)).toEqual({ text: section, replaced: false });
    expect(editSdkFile('', key)).toEqual({ text: section, replaced: false });
  });

  it.each([
    ['# mine\n[default]\ntype=ecs_ram_role', '# mine\n[default]\ntype=ecs_ram_role\n\n'],
    ['[default]\ntype=ecs_ram_role\n', '[default]\ntype=ecs_ram_role\n\n'],
  ])('keeps every byte of %j when a profile is added', (before, kept) => {
    expect(editSdkFile(before, key)).toEqual({ text: `${kept}${section}`, replaced: false });
  });

  it('keeps every other line when a profile is replaced, and of that profile what is no credential', () => {
    const before = [
      '; by hand',
      '[default]',
      'type =  access_key',
      'access_key_id=LTAIdefault',
      '',
      '[ lab ]',
      '# the old one',
      'type = ram_role_arn',
      'access_key_id = LTAIold',
      'access_key_secret = old-secret',
      'role_arn = acs:ram::1:role/old',
      'timeout = 7',
      '',
      '[other]',
      'access_key_secret = other-secret',
      '',
    ];
    const after = [
      ...before.slice(0, 6),
      'type = access_key',
      'access_key_id = LTAInew',
      'access_key_secret = new+secret=',
      '# the old one',
      'timeout = 7',
      ...before.slice(12),
    ];
    expect(editSdkFile(before.join('\n'), key)).toEqual({ text: after.join('\n'), replaced: true });
    expect(editSdkFile(before.join('\r\n'), key)).toEqual({ text: after.join('\r\n'), replaced: true });
  });

  it('keeps the end of every line as it is, and ends a title that had no end', () => {
    const mixed = '[a]\r\nx = 1\n[lab]\ntype = ecs_ram_role\r\n[b]\n';
    const text = editSdkFile(mixed, key).text;
    expect(text.startsWith('[a]\r\nx = 1\n[lab]\n')).toBe(true);
    expect(text.endsWith('[b]\n')).toBe(true);
    expect(editSdkFile('[lab]', key)).toEqual({ text: section, replaced: true });
  });

  it('is left alone when it has the profile twice, or readers would take the name for two', () => {
    expect(() => editSdkFile('[lab]\n[other]\n[lab]\n', key)).toThrow('twice');
    expect(() => editSdkFile('', { ...key, profile: 'lab.one' })).toThrow('dot');
  });
});
