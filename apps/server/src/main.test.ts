import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signAcs3 } from '@wardenry/signature';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endPrograms, program, servingProgram } from '../test/program.ts';

// Every test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'process-'));
});

afterEach(async () => {
  await endPrograms();
  rmSync(folder, { recursive: true });
});

const dataDir = () => join(folder, 'data');
const anywhere = () => ['--listen', '127.0.0.1:0', '--tls-listen', 'off', '--data-dir', dataDir()];

type Variables = Readonly<Record<string, string>>;

function serving(
  args: readonly string[] = [],
  environment: Variables = {},
  nodeArguments: readonly string[] = [],
) {
  return servingProgram([...anywhere(), ...args], { environment, nodeArguments });
}

async function failure(args: readonly string[], environment: Variables = {}) {
  const running = program(args, { environment });
  const code = await running.ended;
  expect(running.err()).not.toContain('    at ');
  // Codes of the system, such as EACCES, and the texts that go with them are for programmers.
  expect(running.err()).not.toMatch(/\bE[A-Z]{3,}\b/);
  expect(running.out()).not.toContain('"event":"ready"');
  return { code, lines: running.err().trimEnd().split('\n') };
}

/** Opens a request and sends a part of its body; the rest is sent by the test. */
async function slowRequest(port: number) {
  const socket = connect(port, '127.0.0.1');
  let reply = '';
  socket.on('data', chunk => {
    reply += chunk;
  });
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  const body = 'Action=ListUsers&Version=2015-05-01';
  socket.write(
    `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  // The server has read the head of it when a request that was sent later is answered.
  await fetch(`http://127.0.0.1:${port}/livez`);
  return { finish: () => socket.write(body.slice(10)), closed, reply: () => reply };
}

describe('a start that cannot be', () => {
  it('is refused with code 2 for settings that nobody knows', async () => {
    const { code, lines } = await failure(['--lisen', '127.0.0.1:0'], { WARDENRY_DATADIR: 'x' });
    expect(code).toBe(2);
    expect(lines).toEqual([
      'wardenry: There is no setting --lisen; did you mean --listen?',
      'wardenry: There is no setting WARDENRY_DATADIR; did you mean WARDENRY_DATA_DIR?',
    ]);
  });

  it('is refused with code 2 for a command that nobody knows', async () => {
    const { code, lines } = await failure(['server']);
    expect([code, lines]).toEqual([2, ['wardenry: There is no command "server"; see --help.']]);
  });

  it('says that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, lines } = await failure([
      '--listen',
      `127.0.0.1:${port}`,
      '--tls-listen',
      'off',
      '--data-dir',
      dataDir(),
    ]);
    other.close();
    expect(code).toBe(1);
    expect(lines).toEqual([
      `wardenry: Cannot listen on 127.0.0.1:${port} (listen): another program listens there already.`,
    ]);
  });

  it('shows the credentials of a first start that failed behind their account at the next one', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await failure(['--listen', `127.0.0.1:${port}`, '--tls-listen', 'off', '--data-dir', dataDir()]);
    other.close();
    const database = new BetterSqlite3(join(dataDir(), 'wardenry.db'));
    const [note] = JSON.parse(
      String(
        database.prepare("select value from installation where name = 'unshown_credentials'").pluck().get(),
      ),
    );
    database
      .prepare("update installation set value = ? where name = 'unshown_credentials'")
      .run(JSON.stringify([{ ...note, at: note.at - 120_000 }]));
    database.close();
    const { out } = await serving();
    expect(out()).toContain(`Account ${note.accountId} is ready`);
  });

  it('says that the data folder cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, lines } = await failure(['--data-dir', join(folder, 'file', 'data')]);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toBe(
      `wardenry: The data folder ${join(folder, 'file', 'data')} (data-dir) cannot be written to: a part of its path is a file and no folder.`,
    );
  });

  it.each([
    ['is none', (path: string) => writeFileSync(path, 'some text'.repeat(100)), 'it is no SQLite database'],
    ['is a folder', (path: string) => mkdirSync(path), 'it is a folder and no file'],
  ])('says that the database %s', async (_, make, reason) => {
    const path = join(folder, 'state.db');
    make(path);
    const { code, lines } = await failure([...anywhere(), '--database-url', `sqlite:${path}`]);
    expect([code, lines]).toEqual([1, [`wardenry: The database ${path} cannot be opened: ${reason}.`]]);
  });

  it('says that a file of a setting, or the folder for certificates, cannot be used', async () => {
    const secret = await failure(anywhere(), { WARDENRY_MASTER_KEY_FILE: join(folder, 'none') });
    expect(secret.lines).toHaveLength(1);
    expect(secret.lines[0]).toContain('WARDENRY_MASTER_KEY_FILE names cannot be read: it does not exist');
    mkdirSync(dataDir(), { mode: 0o700 });
    writeFileSync(join(dataDir(), 'tls'), '');
    const tls = await failure(['--listen', 'off', '--tls-listen', '127.0.0.1:0', '--data-dir', dataDir()]);
    expect(tls.lines).toEqual([
      `wardenry: ${join(dataDir(), 'tls')} (local certificates) cannot be used: something else of that name is there.`,
    ]);
    mkdirSync(join(folder, 'other', 'master.key'), { recursive: true });
    const authorities = join(folder, 'ca.pem');
    writeFileSync(authorities, 'hello');
    const pem = await failure([
      '--tls-listen',
      'off',
      '--extra-ca-file',
      authorities,
      '--data-dir',
      join(folder, 'new'),
    ]);
    expect(pem.lines).toEqual([`wardenry: ${authorities} (extra-ca-file) holds no PEM certificate.`]);
    const key = await failure(['--tls-listen', 'off', '--data-dir', join(folder, 'other')]);
    expect(key.lines).toEqual([`wardenry: ${join(folder, 'other', 'master.key')} is no file.`]);
  });

  it('says that the master key is the wrong one, and changes nothing', async () => {
    const first = await serving();
    first.child.kill('SIGTERM');
    await first.ended;
    const before = readFileSync(join(dataDir(), 'master.key'), 'utf8');
    const { code, lines } = await failure(anywhere(), {
      WARDENRY_MASTER_KEY: Buffer.alloc(32, 3).toString('base64'),
    });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('The master key is not the one that this database was made with');
    rmSync(join(dataDir(), 'master.key'));
    const missing = await failure(anywhere());
    expect(missing.lines[0]).toContain('the master key is missing');
    expect(readdirSync(dataDir())).not.toContain('master.key');
    writeFileSync(join(dataDir(), 'master.key'), before, { mode: 0o600 });
    await serving();
  });

  it('says that the database cannot be reached', async () => {
    const { code, lines } = await failure(anywhere(), {
      WARDENRY_DATABASE_URL: 'postgres://u:pw123456@127.0.0.1:1/w',
    });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('pw123456');
    expect(lines[0]).toBe('wardenry: PostgreSQL cannot be reached: nothing listens there.');
  });

  it('says that the database belongs to a newer version', async () => {
    const first = await serving();
    first.child.kill('SIGTERM');
    await first.ended;
    const database = new BetterSqlite3(join(dataDir(), 'wardenry.db'));
    database.exec("update installation set value = '999' where name = 'schema_version'");
    database.close();
    const { code, lines } = await failure(anywhere());
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain('schema version 999');
  });

  it('says that another server has the database', async () => {
    await serving();
    const { code, lines } = await failure(anywhere());
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain('nother server is running on');
  });

  it('creates nothing when the credentials could not be written', async () => {
    const { code, lines } = await failure([...anywhere(), '--bootstrap-file', '/none/first.json']);
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain('/none/first.json (bootstrap-file) cannot be written');
    const database = new BetterSqlite3(join(dataDir(), 'wardenry.db'));
    expect(database.prepare('select count(*) from accounts').pluck().get()).toBe(0);
    database.close();
  });

  it('does not serve a preset key beyond this machine, even after the presets are gone', async () => {
    const first = await serving([], {
      WARDENRY_BOOTSTRAP_ACCESS_KEY_ID: 'testkey1',
      WARDENRY_BOOTSTRAP_ACCESS_KEY_SECRET: 'testsecret1',
    });
    first.child.kill('SIGTERM');
    await first.ended;
    const { code, lines } = await failure([
      '--listen',
      '0.0.0.0:0',
      '--tls-listen',
      'off',
      '--data-dir',
      dataDir(),
    ]);
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain('The AccessKey testkey1 was preset');
  });
});

describe('a server', () => {
  it('shows the first credentials once, writes them to no log, and keeps its folder to itself', async () => {
    const file = join(folder, 'first.json');
    const first = await serving(['--bootstrap-file', file, '--log-level', 'debug']);
    const credentials = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    expect(credentials.endpoint).toBe(`127.0.0.1:${first.port}`);
    expect([credentials.tlsEndpoint, credentials.tlsCaFile]).toEqual([null, null]);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = await serving(['--bootstrap-file', file, '--log-level', 'debug']);
    for (const name of ['accessKeySecret', 'adminPassword', 'rootPassword']) {
      const secret = credentials[name] ?? '';
      expect(secret.length).toBeGreaterThan(10);
      for (const running of [first, second]) expect(running.out() + running.err()).not.toContain(secret);
    }
    expect(statSync(dataDir()).mode & 0o077).toBe(0);
    const files = readdirSync(dataDir());
    expect(files).toEqual(expect.arrayContaining(['master.key', 'wardenry.db', 'wardenry.db.lock']));
    for (const name of files) expect([name, statSync(join(dataDir(), name)).mode & 0o077]).toEqual([name, 0]);
    expect(second.out()).not.toContain(credentials.accountId);
  });

  it('serves health on every listener and metrics on the admin listener alone', async () => {
    const { port, out } = await serving(['--admin-listen', '127.0.0.1:0']);
    const admin = /"listening for metrics","address":"([^"]+)"/.exec(out())?.[1];
    for (const url of [`http://127.0.0.1:${port}`, admin]) {
      for (const page of ['livez', 'readyz', 'version'])
        expect((await fetch(`${url}/${page}`)).status).toBe(200);
    }
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).not.toBe(200);
    const metrics = await fetch(`${admin}/metrics`);
    expect(metrics.headers.get('content-type')).toContain('openmetrics');
    expect(await metrics.text()).toContain('wardenry_requests_total');
    const api = await fetch(`${admin}/?Action=ListUsers&Version=2015-05-01`);
    expect([api.status, (await api.json()) as object]).toMatchObject([404, { Code: 'NotFound' }]);
  });

  it('lets the operator create a further account while it runs, whose key works at once', async () => {
    const { port } = await serving();
    // By its settings this command knows of another address than the one that the server has.
    const command = program(['account', 'create', '--json', '--data-dir', dataDir()]);
    expect(await command.ended, command.err()).toBe(0);
    expect(JSON.parse(command.out())).toMatchObject({
      endpoint: `127.0.0.1:${port}`,
      tlsEndpoint: null,
      tlsCaFile: null,
    });
    const credentials = JSON.parse(command.out()) as {
      accessKeyId: string;
      accessKeySecret: string;
      accountId: string;
    };
    const host = `127.0.0.1:${port}`;
    const headers = signAcs3(
      {
        method: 'POST',
        path: '/',
        headers: { host, 'x-acs-action': 'GetCallerIdentity', 'x-acs-version': '2015-04-01' },
      },
      credentials,
      { date: new Date(), nonce: randomUUID() },
    );
    const { host: _host, ...sent } = headers;
    const reply = await fetch(`http://${host}/`, { method: 'POST', headers: sent });
    expect(await reply.json()).toMatchObject({ AccountId: credentials.accountId, IdentityType: 'RAMUser' });
  });
});

describe('what must not happen', () => {
  it.each([
    ['an exception', 'throw new Error("boom")'],
    ['a rejection', 'Promise.reject(new Error("boom"))'],
  ])('%s that nobody catches ends the process with 1 and stands in the log', async (_name, code) => {
    const fault = `data:text/javascript,process.on('SIGUSR2', () => { ${encodeURIComponent(code)} })`;
    const { child, ended, out, err } = await serving([], {}, ['--import', fault]);
    child.kill('SIGUSR2');
    expect(await ended).toBe(1);
    const last = JSON.parse(out().trimEnd().split('\n').at(-1) ?? '') as object;
    expect(last).toMatchObject({ level: 'error', error: { message: 'boom' } });
    expect(err()).toBe('');
  });
});

describe('SIGTERM', () => {
  it('fails readiness first and finishes the request in flight', async () => {
    const { port, child } = await serving(['--stop-delay-ms', '60000', '--stop-timeout-seconds', '100']);
    const slow = await slowRequest(port);
    child.kill('SIGTERM');
    await vi.waitFor(async () => {
      const reply = await fetch(`http://127.0.0.1:${port}/readyz`);
      expect([reply.status, await reply.json()]).toEqual([503, { status: 'not ready', reason: 'stopping' }]);
    });
    expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
    slow.finish();
    await vi.waitFor(() => expect(slow.reply()).toContain('MissingAccessKeyId'));
  });

  it('takes no new connection after the delay and ends when the request in flight is answered', async () => {
    const { port, child, ended } = await serving(['--stop-delay-ms', '0']);
    const slow = await slowRequest(port);
    child.kill('SIGTERM');
    await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow());
    expect(child.exitCode).toBeNull();
    slow.finish();
    await slow.closed;
    expect(slow.reply()).toMatch(/connection: close/i);
    expect(slow.reply()).toContain('"RequestId"');
    expect(await ended).toBe(0);
  });

  it('cuts a request that does not end, in time to end with 0', async () => {
    const { port, child, ended } = await serving(['--stop-delay-ms', '0', '--stop-timeout-seconds', '1']);
    const slow = await slowRequest(port);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await slow.closed;
  });

  it('ends at once when it comes again later', async () => {
    const { port, child, ended } = await serving(['--stop-delay-ms', '0', '--stop-timeout-seconds', '600']);
    await slowRequest(port);
    const insisting = setInterval(() => child.kill('SIGTERM'), 100);
    expect(await ended).toBe(143);
    clearInterval(insisting);
  });

  it('counts once when it comes twice at once, as Ctrl-C under npm does', async () => {
    const { port, child, ended } = await serving(['--stop-delay-ms', '0', '--stop-timeout-seconds', '600']);
    const slow = await slowRequest(port);
    // Two of one kind could reach the process as one.
    child.kill('SIGINT');
    child.kill('SIGTERM');
    await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow());
    slow.finish();
    expect(await ended).toBe(0);
    expect(slow.reply()).toContain('"RequestId"');
  });
});

describe('commands', () => {
  it('print the settings in force without secrets, as text and JSON', async () => {
    const environment = { WARDENRY_MASTER_KEY: Buffer.alloc(32, 9).toString('base64'), WARDENRY_CELL: '07' };
    const json = program(['config', 'print', '--json'], { environment });
    const text = program(['config', 'print'], { environment });
    expect(await Promise.all([json.ended, text.ended])).toEqual([0, 0]);
    expect(JSON.parse(json.out())).toContainEqual({ name: 'cell', value: '07', place: 'WARDENRY_CELL' });
    for (const { out } of [json, text]) {
      expect(out()).toContain('master-key');
      expect(out()).not.toContain(environment.WARDENRY_MASTER_KEY);
    }
  });

  it('tell the version of package.json, the reference and the help', async () => {
    const version = program(['version', '--json']);
    const reference = program(['config', 'reference', '--language', 'zh']);
    const help = program(['serve', '--help']);
    expect(await Promise.all([version.ended, reference.ended, help.ended])).toEqual([0, 0, 0]);
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(JSON.parse(version.out())).toEqual({ name: 'Wardenry', version: manifest.version });
    expect(reference.out()).toContain('# 设置');
    expect(help.out()).toContain('--trusted-proxies');
  });
});
