import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePrivateFile } from './private-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardenry-private-file-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

describe('a private file', () => {
  it('is made with mode 600, in a folder with mode 700', () => {
    const path = join(folder, '.tool', 'file');
    writePrivateFile(path, 'text');
    expect([readFileSync(path, 'utf8'), modeOf(path), modeOf(join(folder, '.tool'))]).toEqual([
      'text',
      '600',
      '700',
    ]);
  });

  it('is closed to others when it was open to them', () => {
    const path = join(folder, 'file');
    writeFileSync(path, 'before');
    chmodSync(path, 0o644);
    writePrivateFile(path, 'after');
    expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['after', '600']);
  });

  it('replaces what a symbolic link points to, and not the link', () => {
    const [target, link] = [join(folder, 'target'), join(folder, 'link')];
    writeFileSync(target, 'before');
    symlinkSync(target, link);
    writePrivateFile(link, 'after');
    expect(readFileSync(target, 'utf8')).toBe('after');
    expect(readdirSync(folder).sort()).toEqual(['link', 'target']);
  });

  it('is made where a symbolic link points to nothing yet, through further links and folders that are missing', () => {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    symlinkSync('second', first);
    symlinkSync(join('there', 'target'), second);
    writePrivateFile(first, 'text');
    expect([lstatSync(first).isSymbolicLink(), lstatSync(second).isSymbolicLink()]).toEqual([true, true]);
    const target = join(folder, 'there', 'target');
    expect([readFileSync(target, 'utf8'), modeOf(target), modeOf(join(folder, 'there'))]).toEqual([
      'text',
      '600',
      '700',
    ]);
  });

  it('is not written where symbolic links lead round in a circle', () => {
    symlinkSync('circle', join(folder, 'circle'));
    expect(() => writePrivateFile(join(folder, 'circle'), 'text')).toThrow('ELOOP');
    expect(readdirSync(folder)).toEqual(['circle']);
  });

  it('leaves nothing behind when it cannot be written', () => {
    const path = join(folder, 'file');
    mkdirSync(path);
    expect(() => writePrivateFile(path, 'text')).toThrow();
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
