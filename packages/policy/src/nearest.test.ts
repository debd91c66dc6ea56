import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const WORDS = ['ram:CreateUser', 'ram:CreateRole', 'ram:DeleteUser', 'ram:GetUser'];

describe('nearest', () => {
  it.each([
    ['ram:CreateUsers', 'ram:CreateUser'],
    ['ram:creatuser', 'ram:CreateUser'],
    ['ram:CreateRol', 'ram:CreateRole'],
    ['ram:GtUser', 'ram:GetUser'],
    ['ram:ReadEverything', undefined],
    ['', undefined],
    ['ram:'.padEnd(10_000, 'x'), undefined],
  ])('finds what %j means: %j', (misspelled, expected) => {
    expect(nearest(misspelled, WORDS)).toBe(expected);
  });
});
