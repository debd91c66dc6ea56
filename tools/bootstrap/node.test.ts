import { describe, expect, it } from 'vitest';
import { isNewEnough, rightNode, typeScriptFlags } from './node.mjs';

describe('the Node that the product runs on', () => {
  it.each(['22.14.0', '22.15.1', '23.6.0', '24.0.0', '24.21.0', '26.1.0'])('may be %s', version => {
    expect(isNewEnough(version)).toBe(true);
  });

  it.each(['18.20.4', '20.0.0', '20.20.2', '21.7.3', '22.13.1', '23.0.0', '23.5.0'])(
    'is never %s',
    version => {
      expect(isNewEnough(version)).toBe(false);
    },
  );

  it('is the one that runs, when it is new enough', async () => {
    expect(await rightNode()).toEqual({ path: process.execPath, version: process.versions.node });
  });

  it('is asked to strip types only where it does not by itself', () => {
    expect(typeScriptFlags('22.14.0')).toContain('--experimental-strip-types');
    expect(typeScriptFlags('22.18.0')).not.toContain('--experimental-strip-types');
    expect(typeScriptFlags('24.21.0')).toEqual([]);
  });
});
