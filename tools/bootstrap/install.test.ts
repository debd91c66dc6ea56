import { describe, expect, it } from 'vitest';
import { satisfies } from './install.mjs';

const pg = { version: '8.23.1', integrity: 'sha512-a' };
const vitest = { version: '5.1.1', integrity: 'sha512-b', dev: true };
const locked = { '': { version: '0.1.0' }, 'node_modules/pg': pg, 'node_modules/vitest': vitest };

describe('what is installed', () => {
  it('satisfies the lock file when every package is there', () => {
    const installed = { 'node_modules/pg': pg, 'node_modules/vitest': vitest };
    expect(satisfies(installed, locked, 'full')).toBe(true);
    expect(satisfies(installed, locked, 'start')).toBe(true);
  });

  it('is enough to start, but not to test, without the tools of the tests', () => {
    expect(satisfies({ 'node_modules/pg': pg }, locked, 'start')).toBe(true);
    expect(satisfies({ 'node_modules/pg': pg }, locked, 'full')).toBe(false);
  });

  it('is not enough when a package is missing, older, or has other contents', () => {
    expect(satisfies({}, locked, 'start')).toBe(false);
    expect(satisfies({ 'node_modules/pg': { ...pg, version: '8.23.0' } }, locked, 'start')).toBe(false);
    expect(satisfies({ 'node_modules/pg': { ...pg, integrity: 'sha512-x' } }, locked, 'start')).toBe(false);
  });

  it('may lack optional packages, which are for other platforms, but not have them in another version', () => {
    const binary = { version: '1.0.0', integrity: 'sha512-c', optional: true };
    const withBinary = { 'node_modules/binary-win32': binary };
    expect(satisfies({}, withBinary, 'full')).toBe(true);
    expect(
      satisfies({ 'node_modules/binary-win32': { ...binary, version: '0.9.0' } }, withBinary, 'full'),
    ).toBe(false);
  });
});
