import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { isForm, parseHeaders, parseRequest, parseTarget } from './index.ts';

const NO_BODY = new Uint8Array();

describe('reading a request', () => {
  it('gives every part once', () => {
    const body = Buffer.from('b=2');
    const rawHeaders = ['Host', 'iam.example', 'Content-Type', 'application/x-www-form-urlencoded'];
    expect(parseRequest({ method: 'POST', target: '/?a=1', rawHeaders, body })).toEqual({
      method: 'POST',
      path: '/',
      query: [{ name: 'a', value: '1' }],
      form: [{ name: 'b', value: '2' }],
      headers: new Map([
        ['host', 'iam.example'],
        ['content-type', 'application/x-www-form-urlencoded'],
      ]),
      body,
    });
  });

  it('takes no parameters from a body of another type', () => {
    const rawHeaders = ['content-type', 'application/json'];
    const request = { method: 'POST', target: '/', rawHeaders, body: Buffer.from('{"a":1}') };
    expect(parseRequest(request).form).toEqual([]);
  });

  it('refuses a parameter in both query and form', () => {
    const rawHeaders = ['content-type', 'application/x-www-form-urlencoded; charset=utf-8'];
    const request = { method: 'POST', target: '/?a=1', rawHeaders, body: Buffer.from('a=1') };
    expect(() => parseRequest(request)).toThrow(expect.objectContaining({ reason: 'duplicate-parameter' }));
  });
});

describe('reading a target', () => {
  it('splits at the first question mark', () => {
    expect(parseTarget('/a%20b?x=?')).toEqual({ path: '/a%20b', query: [{ name: 'x', value: '?' }] });
    expect(parseTarget('/')).toEqual({ path: '/', query: [] });
    expect(parseTarget('/?')).toEqual({ path: '/', query: [] });
  });

  it.each([
    ['http://iam.example/', 'unsupported-target'],
    ['*', 'unsupported-target'],
    ['?Action=x', 'unsupported-target'],
    ['', 'unsupported-target'],
    ['/#x', 'invalid-character'],
    ['/é', 'invalid-character'],
    ['/%zz', 'invalid-percent-encoding'],
    ['/%ff', 'invalid-utf8'],
    ['/%00', 'nul-character'],
  ])('refuses %j', (target, reason) => {
    expect(() => parseTarget(target)).toThrow(expect.objectContaining({ reason }));
  });
});

describe('reading headers', () => {
  it.each([
    'Host',
    'authorization',
    'Content-Type',
    'X-Acs-Date',
    'x-acs-anything',
    'X-Original-URI',
    'X-Wardenry-Action',
  ])('refuses %s twice', name => {
    const rawHeaders = [name, 'same', name.toUpperCase(), 'same'];
    expect(() => parseHeaders(rawHeaders)).toThrow(
      expect.objectContaining({ reason: 'duplicate-header', header: name.toLowerCase() }),
    );
  });

  it('refuses an empty header given a second time', () => {
    expect(() => parseHeaders(['Host', '', 'Host', 'x'])).toThrow(
      expect.objectContaining({ header: 'host' }),
    );
  });

  it('joins the lines of other headers', () => {
    const headers = parseHeaders(['Accept', 'a', 'ACCEPT', 'b', 'Cookie', 'a=1', 'Cookie', 'b=2']);
    expect(headers).toEqual(
      new Map([
        ['accept', 'a, b'],
        ['cookie', 'a=1; b=2'],
      ]),
    );
  });
});

describe('the type of a form', () => {
  it('is known by its name alone', () => {
    expect(isForm('Application/X-WWW-Form-UrlEncoded ; charset=UTF-8')).toBe(true);
    expect(isForm('application/x-www-form-urlencoded-not')).toBe(false);
    expect(isForm('text/plain; application/x-www-form-urlencoded')).toBe(false);
    expect(isForm(undefined)).toBe(false);
  });

  it('without a body gives no parameters', () => {
    const rawHeaders = ['content-type', 'application/x-www-form-urlencoded'];
    expect(parseRequest({ method: 'POST', target: '/', rawHeaders, body: NO_BODY }).form).toEqual([]);
  });
});
