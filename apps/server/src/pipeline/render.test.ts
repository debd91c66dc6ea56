import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { renderError, renderSuccess } from './render.ts';

const requestId = '4F2E1C8B-0000-4000-8000-000000000000';

describe('a success', () => {
  test('is JSON with the request id first', () => {
    const reply = renderSuccess('JSON', 'GetUser', requestId, { User: { UserName: 'alice' } });
    expect(reply).toEqual({
      status: 200,
      contentType: 'application/json;charset=utf-8',
      body: `{"RequestId":"${requestId}","User":{"UserName":"alice"}}`,
    });
  });

  test('is XML under the name of the action, one element for every item of a list', () => {
    const users = { Users: { User: [{ UserName: 'a' }, { UserName: 'b' }] }, IsTruncated: false };
    expect(renderSuccess('XML', 'ListUsers', requestId, users)).toEqual({
      status: 200,
      contentType: 'text/xml;charset=utf-8',
      body:
        `<?xml version="1.0" encoding="UTF-8"?><ListUsersResponse><RequestId>${requestId}</RequestId>` +
        '<Users><User><UserName>a</UserName></User><User><UserName>b</UserName></User></Users>' +
        '<IsTruncated>false</IsTruncated></ListUsersResponse>',
    });
  });

  test('leaves out what has no value, in both formats', () => {
    for (const format of ['JSON', 'XML'] as const) {
      const { body } = renderSuccess(format, 'X', requestId, { Marker: undefined, Kept: '' });
      expect(body).not.toContain('Marker');
      expect(body).toContain('Kept');
    }
  });

  test('brings any text of XML characters through an XML parser unchanged', () => {
    const parser = new XMLParser({
      parseTagValue: false,
      trimValues: false,
      processEntities: true,
      htmlEntities: true,
    });
    const texts = fc.string({
      unit: fc.constantFrom('a', '<', '>', '&', '"', "'", ' ', ']', '你', '😀', 'é', ';'),
    });
    fc.assert(
      fc.property(texts, text => {
        const { body } = renderSuccess('XML', 'X', requestId, { Text: text });
        expect(parser.parse(body).XResponse.Text).toBe(text);
      }),
    );
  });

  test('replaces characters that no XML document can hold', () => {
    const { body } = renderSuccess('XML', 'X', requestId, { Text: 'a\u0000b\ud800c\ufffe' });
    expect(body).toContain('<Text>a\ufffdb\ufffdc\ufffd</Text>');
  });
});

describe('an error', () => {
  const view = {
    status: 404,
    code: 'EntityNotExist.User',
    message: 'The user <b> does not exist.',
    requestId,
    host: 'ram.example.com',
  };

  test('has five members, all of them strings', () => {
    const body = JSON.parse(renderError('JSON', view).body) as Record<string, unknown>;
    expect(Object.keys(body).sort()).toEqual(['Code', 'HostId', 'Message', 'Recommend', 'RequestId']);
    expect(Object.values(body).every(value => typeof value === 'string')).toBe(true);
  });

  test('carries AccessDeniedDetail as an object when access was denied', () => {
    const accessDenied = { AuthAction: 'ram:ListUsers', NoPermissionType: 'ImplicitDeny' };
    const body = JSON.parse(renderError('JSON', { ...view, accessDenied }).body) as Record<string, unknown>;
    expect(body.AccessDeniedDetail).toEqual(accessDenied);
  });

  test('is escaped in XML', () => {
    const { body } = renderError('XML', view);
    expect(body).toContain('<Message>The user &lt;b&gt; does not exist.</Message>');
    expect(body).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?><Error><RequestId>/);
  });
});
