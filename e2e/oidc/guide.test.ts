/** The script of the guide to workload identity, run as it stands there in both languages, with a platform beside it. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SuiteIssuers } from '../../apps/server/test/contract/issuer.ts';
import { blockOf, environmentOf, execute, scriptFolder } from '../page-scripts.ts';
import { startServer } from '../server-process.ts';

let folder: string;
let issuers: SuiteIssuers;

beforeAll(async () => {
  folder = await scriptFolder();
  issuers = await SuiteIssuers.start();
  await writeFile(join(folder, 'ca.pem'), issuers.authority);
});

afterAll(async () => {
  await issuers.stop();
  await rm(folder, { recursive: true, force: true });
});

test.each(['oidc-workload-identity', 'oidc-workload-identity.zh-CN'])(
  'the script of %s prints what it says it prints',
  async guide => {
    const script = 'oidc-workload-identity.mjs';
    const page = `docs/${guide}.md`;
    await writeFile(join(folder, script), await blockOf(page, script));
    // As a platform writes it: with a line break at its end.
    await writeFile(join(folder, 'token'), `${issuers.tokenOf('platform')}\n`);
    const server = await startServer({
      env: {
        WARDENRY_OUTBOUND_ALLOW: 'localhost',
        WARDENRY_EXTRA_CA_FILE: join(folder, 'ca.pem'),
      },
    });
    try {
      const ended = await execute(process.execPath, ['--conditions=source', script], folder, {
        ...environmentOf(server),
        OIDC_ISSUER: issuers.urlOf('platform'),
        OIDC_SUBJECT: 'system:serviceaccount:shop:web',
        OIDC_TOKEN_FILE: join(folder, 'token'),
      });
      expect(ended).toEqual({ code: 0, output: await blockOf(page, 'oidc-workload-identity.out') });
    } finally {
      await server.remove();
    }
  },
  60_000,
);
