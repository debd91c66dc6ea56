import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForm, powerShellQuoted, shellQuoted } from './forms.ts';

/** Credentials as they look, with everything in them that a shell could stumble over. */
const NASTY = `a'b"c$(touch x)\`touch x\`\\'; touch x #\n$HOME %PATH% !! \u2018\u2019`;
const credentials = {
  accessKeyId: 'STS.example',
  accessKeySecret: NASTY,
  securityToken: 'CAIS+/=',
  expiration: new Date('2026-11-24T13:00:00.789Z'),
};
const printed = { credentials, roleName: 'app', host: 'iam.example:8443' };

/** What a shell prints that runs a script. */
function inShell(script: string): string {
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8', env: {}, cwd: '/' });
}

describe('the form for shells', () => {
  it('sets exactly what the credentials are', () => {
    const show = `printf '%s|%s|%s' "$ALIBABA_CLOUD_ACCESS_KEY_ID" "$ALIBABA_CLOUD_ACCESS_KEY_SECRET" "$ALIBABA_CLOUD_SECURITY_TOKEN"`;
    expect(inShell(`${inForm('shell', printed)}${show}`)).toBe(`STS.example|${NASTY}|CAIS+/=`);
  });

  it('is one word, whatever it holds', () => {
    // One shell for all of them: starting it is what takes time.
    const samples = fc.sample(fc.string({ unit: 'grapheme', maxLength: 30 }), 300);
    const texts = samples.map(text => text.replaceAll('\0', ''));
    const script = texts.map(text => `printf '%s\\0' ${shellQuoted(text)}`).join('\n');
    expect(inShell(script).split('\0').slice(0, -1)).toEqual(texts);
  });
});

describe('the form for PowerShell', () => {
  it('doubles all five characters that end a literal', () => {
    expect(powerShellQuoted("a'b\u2018c\u2019d\u201ae\u201bf")).toBe(
      "'a''b\u2018\u2018c\u2019\u2019d\u201a\u201ae\u201b\u201bf'",
    );
  });

  it('is read back by the rules of its literals, whatever it holds', () => {
    const quote = fc.constantFrom("'", '\u2018', '\u2019', '\u201a', '\u201b', '"', '`', '$', '\n', 'x');
    fc.assert(
      fc.property(fc.string({ unit: quote }), text => {
        expect(readPowerShellLiteral(powerShellQuoted(text))).toBe(text);
      }),
    );
  });

  it('sets variables of the environment', () => {
    expect(inForm('powershell', printed).split('\n')[0]).toBe(
      "$Env:ALIBABA_CLOUD_ACCESS_KEY_ID = 'STS.example'",
    );
  });
});

/** Reads one literal: two quotes in a row are the second of them, one is the end (PowerShell, about_Quoting_Rules). */
function readPowerShellLiteral(source: string): string {
  const isQuote = (character: string) => "'\u2018\u2019\u201a\u201b".includes(character);
  let text = '';
  for (let at = 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (!isQuote(character)) text += character;
    else if (at + 1 < source.length && isQuote(source.charAt(at + 1))) {
      text += source.charAt(at + 1);
      at += 1;
    } else if (at === source.length - 1) return text;
    else throw new Error(`the literal ends early: ${source}`);
  }
  throw new Error(`the literal does not end: ${source}`);
}

describe('the form for profiles', () => {
  it('is what a profile of the mode External expects of its command', () => {
    expect(JSON.parse(inForm('json', printed))).toEqual({
      mode: 'StsToken',
      access_key_id: 'STS.example',
      access_key_secret: NASTY,
      sts_token: 'CAIS+/=',
      expiration: '2026-11-24T13:00:00Z',
    });
  });

  it('is a profile of the aliyun CLI', () => {
    expect(JSON.parse(inForm('profile', printed))).toEqual({
      name: 'app',
      mode: 'StsToken',
      access_key_id: 'STS.example',
      access_key_secret: NASTY,
      sts_token: 'CAIS+/=',
      sts_expiration: Date.parse('2026-11-24T13:00:00Z') / 1000,
      region_id: 'cn-hangzhou',
      output_format: 'json',
      language: 'en',
      endpoint: 'iam.example:8443',
    });
  });
});
