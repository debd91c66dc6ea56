/**
 * What happens on one machine that has a metadata service, as a program: a server, `wardenry credentials serve` at the
 * well-known address, and programs that look there. Prints what they found. With `isolated` this process has a network of
 * its own with that address; without, connections to it are led to a port of this machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callRam, serveCredentials } from './programs.ts';
import { makeWorld } from './world.ts';

const LEAD = fileURLToPath(new URL('../parts/metadata-address.cjs', import.meta.url));

const isolated = process.argv[2] === 'isolated';
const home = await mkdtemp(join(tmpdir(), 'wardenry-instance-'));
const { server, key, role } = await makeWorld();
const variables = {
  WARDENRY_ENDPOINT: `http://${server.host}`,
  ALIBABA_CLOUD_ACCESS_KEY_ID: key.accessKeyId,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.accessKeySecret,
};
const listen = isolated ? '100.100.100.200:80' : '127.0.0.1:0';
const lenient = await serveCredentials(home, variables, ['--role', role, '--metadata', '--listen', listen]);

try {
  const first = await called(lenient.endpoint, { type: 'ecs_ram_role' });
  const otherRole = await called(lenient.endpoint, { type: 'ecs_ram_role', roleName: 'other' }).catch(String);
  await lenient.stop();
  const args = ['--role', role, '--metadata', '--metadata-token-required', '--listen', listen];
  const strict = await serveCredentials(home, variables, args);
  const second = await called(strict.endpoint, {
    type: 'ecs_ram_role',
    roleName: 'reader',
    disableIMDSv1: true,
  });
  const chain = await called(strict.endpoint);
  await strict.stop();
  process.stdout.write(JSON.stringify({ first, second, chain, otherRole }));
} finally {
  lenient.process.kill();
  await server.remove();
  await rm(home, { recursive: true });
}

function called(endpoint: string, config?: object) {
  const environment = {
    RAM_ENDPOINT: server.host,
    METADATA_PORT: new URL(endpoint).port,
    ...(config === undefined ? {} : { CREDENTIAL_CONFIG: JSON.stringify(config) }),
  };
  return callRam(home, environment, isolated ? [] : ['--require', LEAD]);
}
