/** What the page of the explorer does without a browser: it signs, encodes, reads the document and writes examples. */
import { readdirSync } from 'node:fs';
import { signAcs3 } from '@wardenry/signature';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productAreas } from '../../src/areas/index.ts';
import { openApiDocument } from '../../src/reference/openapi/document.ts';
import { explorerPages } from '../../src/web/explorer.ts';
import { declaredParts } from '../../test/product-parts.ts';
import { signedHeaders } from '../acs3.js';
import { formOf } from '../call.js';
import { errorsOf, groupsOf, type Operation, parametersOf, replyOf } from '../document.js';
import { shapeOf } from '../reply.js';
import { clientSample, cliSample } from '../samples.js';
import { words } from '../words.js';

const areas = productAreas(declaredParts);
const openApi = openApiDocument(areas, 'en');
const operations = groupsOf(openApi).flatMap(group => group.operations);

function operationNamed(id: string): Operation {
  const found = operations.find(operation => operation.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

describe('a signature of the page', () => {
  it('is the one that @wardenry/signature makes of the same call', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.option(fc.stringMatching(/^[!-~]+$/), { nil: '' }),
        async (body, accessKeySecret, securityToken) => {
          const credentials = { accessKeyId: 'an-id', accessKeySecret, securityToken };
          const once = { date: new Date(1_790_000_000_000), nonce: 'a-nonce' };
          const call = { host: 'iam.example:8443', action: 'GetUser', version: '2015-05-01', body };
          const { accessKeyId } = credentials;
          const expected = signAcs3(
            {
              method: 'POST',
              path: '/',
              headers: {
                host: call.host,
                'content-type': 'application/x-www-form-urlencoded',
                'x-acs-action': call.action,
                'x-acs-version': call.version,
              },
              body: new TextEncoder().encode(body),
            },
            { accessKeyId, accessKeySecret, ...(securityToken === '' ? {} : { securityToken }) },
            once,
          );
          expect({ ...(await signedHeaders(call, credentials, once)), host: call.host }).toEqual(expected);
        },
      ),
    );
  });
});

describe('a call of the page', () => {
  it('writes lists as the operation wants them, and leaves out what was not entered', () => {
    const tags = [{ Key: 'team', Value: 'a b' }, { Key: 'stage' }];
    expect([
      ...formOf(operationNamed('Ims.CreateUser'), { DisplayName: 'Ann', Tag: tags, Unknown: 'x' }),
    ]).toEqual([
      ['DisplayName', 'Ann'],
      ['Tag.1.Key', 'team'],
      ['Tag.1.Value', 'a b'],
      ['Tag.2.Key', 'stage'],
    ]);
    expect([...formOf(operationNamed('Ram.CreatePolicy'), { Tag: tags })]).toEqual([
      ['Tag', JSON.stringify(tags)],
    ]);
  });
});

describe('the document, as the page reads it', () => {
  it('has every operation under its noun, with parameters, errors and a reply', () => {
    const declared = areas.flatMap(area => area.operations);
    expect(operations.map(({ id }) => id).sort()).toEqual(
      declared.map(({ api, name }) => `${api.product}.${name}`).sort(),
    );
    for (const operation of operations) {
      const source = declared.find(({ api, name }) => `${api.product}.${name}` === operation.id);
      expect(parametersOf(operation).map(({ name }) => name)).toEqual(
        Object.values(source?.parameters ?? {}).map(({ wire }) => wire),
      );
      const { own, gateway } = errorsOf(openApi, operation);
      expect(new Set(own.map(({ code }) => code))).toEqual(
        new Set(source?.errors.map(({ code }) => code.replaceAll(/\{\w+\}/g, '…'))),
      );
      expect(gateway).toContainEqual({
        code: 'Missing…',
        status: '400',
        message: '{name} is mandatory for this action.',
      });
      expect(shapeOf(openApi, replyOf(operation))).toContain('RequestId: string');
      expect(operation.version).toBe(source?.api.version);
    }
  });

  it('knows the paths of their own that operations have', () => {
    expect(operationNamed('Wardenry.VerifyRequest').doors).toEqual([
      'POST /v1/verify',
      'GET /v1/auth-request',
    ]);
    expect(operationNamed('Ram.GetUser').doors).toEqual([]);
  });
});

describe('an example', () => {
  const origin = new URL('https://iam.example:8443');

  it('is the call with what was entered', () => {
    const values = { PolicyName: "it's", PolicyDocument: '{}' };
    const operation = operationNamed('Ram.CreatePolicy');
    expect(clientSample(operation, values, origin.origin)).toContain(
      "  PolicyName: 'it\\'s',\n  PolicyDocument: '{}',\n",
    );
    expect(cliSample(operation, values, origin)).toBe(
      "aliyun ram CreatePolicy \\\n  --PolicyName 'it'\\''s' \\\n  --PolicyDocument '{}' \\\n  --endpoint iam.example:8443",
    );
  });

  it('shows no secret that was entered', () => {
    const operation = operationNamed('Ram.CreateLoginProfile');
    const values = { UserName: 'alice', Password: 'correct horse' };
    expect(clientSample(operation, values, origin.origin)).not.toContain('horse');
    expect(cliSample(operation, values, origin)).not.toContain('horse');
    expect(cliSample(operation, values, origin)).toContain('alice');
  });

  it('is not given for the CLI where that does not know the product', () => {
    expect(cliSample(operationNamed('Wardenry.GetServerInfo'), {}, origin)).toBeUndefined();
  });
});

describe('the words of the page', () => {
  it('are there in both languages', () => {
    expect(Object.keys(words.zh)).toEqual(Object.keys(words.en));
    for (const text of Object.values(words.zh)) expect(text).not.toBe('');
  });
});

describe('the files of the page', () => {
  it('are all served', () => {
    const folder = new URL('../', import.meta.url);
    const files = readdirSync(folder).filter(name => !['index.html', 'test', 'tsconfig.json'].includes(name));
    const served = [...explorerPages(areas).keys()].filter(path => path.startsWith('/explorer/'));
    expect(served.sort()).toEqual(files.map(name => `/explorer/${name}`).sort());
  });
});
