/** The guide on SAML as its reader follows it, in both languages: its settings in a real SimpleSAMLphp, its scripts as they stand. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blockOf, environmentOf, execute, scriptFolder } from '../page-scripts.ts';
import { startServer } from '../server-process.ts';
import { AUDIENCE } from './federation.ts';
import { startProvider } from './simplesamlphp.ts';

let folder: string;

beforeAll(async () => {
  folder = await scriptFolder();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(['docs/saml-role-sso.md', 'docs/saml-role-sso.zh-CN.md'])(
  '%s leads from a provider to a session',
  async page => {
    const server = await startServer();
    const { accountId } = server.credentials;
    const roleArn = `acs:ram::${accountId}:role/dev`;
    const offer = `${roleArn},acs:ram::${accountId}:saml-provider/corp`;
    const settings = (await blockOf(page, 'saml20-sp-remote.php')).replace('ROLE', offer);
    const provider = await startProvider({ alice: { uid: ['alice'] } }, () => settings);
    const run = async (script: string, more = {}) => {
      await writeFile(join(folder, script), await blockOf(page, script));
      const environment = { ...environmentOf(server), ...more };
      return execute(process.execPath, ['--conditions=source', script], folder, environment);
    };
    try {
      await writeFile(join(folder, 'idp-metadata.xml'), await provider.metadata());
      expect(await run('saml-setup.mjs')).toEqual({ code: 0, output: `the attribute Role: ${offer}\n` });
      await writeFile(join(folder, 'saml-response.txt'), await provider.logOn('alice', AUDIENCE));
      const output = await blockOf(page, 'saml-session.out');
      expect(await run('saml-session.mjs', { ROLE_ARN: roleArn })).toEqual({ code: 0, output });
    } finally {
      await provider.stop();
      await server.remove();
    }
  },
  180_000,
);
