import { describe, expect, it } from 'vitest';
import { loadSettings, SettingsRefused } from './load.ts';
import { printedSettings, secretTexts, shownSettings } from './print.ts';
import { readArguments } from './sources.ts';

const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');

interface Given {
  args?: string[];
  environment?: Record<string, string>;
  yaml?: string;
  files?: Record<string, string>;
}

function load({ args = [], environment = {}, yaml, files = {} }: Given) {
  const all: Record<string, string> = { ...files, ...(yaml === undefined ? {} : { 'w.yaml': yaml }) };
  return loadSettings({
    flags: readArguments(args, {}),
    environment,
    configFile: yaml === undefined ? undefined : 'w.yaml',
    readFile(path) {
      const content = all[path];
      if (content === undefined) throw new Error(`no such file: ${path}`);
      return content;
    },
  });
}

async function problemsOf(given: Given): Promise<readonly string[]> {
  try {
    await load(given);
  } catch (error) {
    if (error instanceof SettingsRefused) return error.problems;
    throw error;
  }
  return [];
}

describe('where settings come from', () => {
  it('starts with defaults when nothing is given', async () => {
    const { settings, places } = await load({});
    expect(settings.listen).toEqual({ host: '127.0.0.1', port: 8440 });
    expect(settings.tlsListen).toEqual({ host: '127.0.0.1', port: 8443 });
    expect(settings.adminListen).toBe('off');
    expect(settings.databaseUrl).toBeUndefined();
    expect(settings.allowPlainHttp).toBe(false);
    expect(places.size).toBe(0);
  });

  it('prefers flags to the environment, and the environment to the file', async () => {
    const yaml = 'listen: 127.0.0.1:3\ntls-listen: 127.0.0.1:13\nlog-level: debug\n';
    const environment = { WARDENRY_LISTEN: '127.0.0.1:2', WARDENRY_TLS_LISTEN: '127.0.0.1:12' };
    const { settings, places } = await load({ args: ['--listen', '127.0.0.1:1'], environment, yaml });
    expect(settings.listen).toEqual({ host: '127.0.0.1', port: 1 });
    expect(settings.tlsListen).toEqual({ host: '127.0.0.1', port: 12 });
    expect(settings.logLevel).toBe('debug');
    expect(places.get('listen')).toBe('--listen');
    expect(places.get('tlsListen')).toBe('WARDENRY_TLS_LISTEN');
    expect(places.get('logLevel')).toBe('w.yaml line 3');
  });

  it('takes a flag with an equals sign, and a yes-or-no flag alone', async () => {
    const { settings } = await load({ args: ['--cell=07', '--allow-plain-http', '--log-level', 'warn'] });
    expect(settings).toMatchObject({ cell: '07', allowPlainHttp: true, logLevel: 'warn' });
  });

  it('takes an empty variable for an absent one', async () => {
    const { settings } = await load({ environment: { WARDENRY_LOG_LEVEL: '' } });
    expect(settings.logLevel).toBe('info');
  });

  it('passes by what the command line reads from the environment, and nothing that looks like it', async () => {
    const endpoint = { WARDENRY_ENDPOINT: 'https://iam.example' };
    expect((await load({ environment: endpoint })).places.size).toBe(0);
    expect(await problemsOf({ environment: { WARDENRY_ENDPOINTS: 'https://iam.example' } })).toHaveLength(1);
    expect(await problemsOf({ args: ['--endpoint', 'https://iam.example'] })).toHaveLength(1);
  });

  it('keeps the digits of a YAML value as they are written', async () => {
    const { settings } = await load({ yaml: 'bootstrap-account-id: 1234567890123456\ncell: 07\n' });
    expect(settings).toMatchObject({ bootstrapAccountId: '1234567890123456', cell: '07' });
  });

  it('reads what may be reached, however it is spaced', async () => {
    const { settings } = await load({
      environment: { WARDENRY_OUTBOUND_ALLOW: 'IdP.corp:8443, 10.0.0.0/8' },
    });
    expect(settings.outboundAllow).toEqual([
      { kind: 'host', host: 'idp.corp', port: 8443 },
      { kind: 'network', network: { address: '10.0.0.0', prefix: 8 } },
    ]);
  });

  it('takes a YAML list for a list', async () => {
    const { settings } = await load({ yaml: 'trusted-proxies:\n  - 10.0.0.0/8\n  - ::1\n' });
    expect(settings.trustedProxies).toEqual([
      { address: '10.0.0.0', prefix: 8 },
      { address: '::1', prefix: 128 },
    ]);
  });
});

describe('what stops the start', () => {
  it.each([
    [{ args: ['--lisen', 'x'] }, 'There is no setting --lisen; did you mean --listen?'],
    [
      { environment: { WARDENRY_DATABASEURL: 'x' } },
      'There is no setting WARDENRY_DATABASEURL; did you mean WARDENRY_DATABASE_URL?',
    ],
    [
      { yaml: '\ntls_listen: off\n' },
      'w.yaml line 2: There is no setting tls_listen; did you mean tls-listen?',
    ],
    [
      { args: ['--listen', '8440'] },
      '--listen: "8440" is not an address and a port, such as 127.0.0.1:8440 or [::]:8440, or off.',
    ],
    [{ args: ['--listen', 'example.com:80'] }, '--listen: "example.com:80" is not'],
    [
      { environment: { WARDENRY_CLOCK_WINDOW_SECONDS: '1e3' } },
      'WARDENRY_CLOCK_WINDOW_SECONDS: "1e3" is not a whole number',
    ],
    [{ environment: { WARDENRY_REVISION_POLL_MS: '501' } }, 'is not a whole number from 50 to 500'],
    [{ environment: { WARDENRY_ALLOW_PLAIN_HTTP: 'yes' } }, 'is not true or false'],
    [{ args: ['--listen'] }, '--listen needs a value.'],
    [{ args: ['--cell', '01', '--cell', '02'] }, '--cell is given twice.'],
    [{ yaml: 'cell: "01"\ncell: "02"\n' }, 'w.yaml line 2'],
    [{ yaml: 'listen:\n  host: x\n' }, 'listen must be a single value or a list of them'],
    [{ yaml: '- listen\n' }, 'must hold a mapping'],
    [{ args: ['--tls-cert-file', 'a.pem'] }, 'belong together'],
    [{ args: ['--listen', 'off', '--tls-listen', 'off'] }, 'would serve nothing'],
    [{ args: ['--listen', '127.0.0.1:8443'] }, 'listen and tls-listen both want 127.0.0.1:8443.'],
    [{ args: ['--trusted-proxies', '0.0.0.0/0'] }, 'would let anybody choose their own'],
    [
      { environment: { WARDENRY_OUTBOUND_ALLOW: 'idp.corp,*.corp' } },
      'WARDENRY_OUTBOUND_ALLOW: "idp.corp,*.corp" is not hosts, addresses and networks separated by commas',
    ],
    [{ args: ['--outbound-allow', '10.0.0.1/8'] }, 'is not hosts, addresses and networks'],
    [{ args: ['--outbound-allow', 'https://idp.corp'] }, 'is not hosts, addresses and networks'],
    [{ args: ['--outbound-allow', 'idp.corp,::/0'] }, 'would open this machine itself'],
    [{ args: ['--public-url', 'http://iam.example.com'] }, 'would send credentials in clear'],
    [{ args: ['--public-url', 'https://iam.example.com/path'] }, 'URL without a path'],
    [{ args: ['--database-url', 'mysql://db/x'] }, 'is not sqlite:PATH or postgres://'],
  ])('refuses %j', async (given: Given, sentence: string) => {
    const problems = await problemsOf(given);
    expect(problems.join('\n')).toContain(sentence);
  });

  it('names everything that is wrong at once', async () => {
    const problems = await problemsOf({
      args: ['--cell', 'x'],
      environment: { WARDENRY_LOG_LEVEL: 'loud', WARDENRY_X: '1' },
    });
    expect(problems).toHaveLength(3);
  });

  it.each([
    ['--listen', '0.0.0.0:8440'],
    ['--tls-listen', '[::]:8443'],
    ['--listen', '192.0.2.1:8440'],
  ])('refuses preset credentials with %s %s', async (...args) => {
    const environment = {
      WARDENRY_BOOTSTRAP_ACCESS_KEY_ID: 'testkey1',
      WARDENRY_BOOTSTRAP_ACCESS_KEY_SECRET: 'testsecret1',
    };
    expect(await problemsOf({ environment })).toEqual([]);
    expect((await problemsOf({ args, environment })).join()).toContain(
      'must not be served beyond this machine',
    );
  });

  it('refuses half a preset key', async () => {
    const problems = await problemsOf({ environment: { WARDENRY_BOOTSTRAP_ACCESS_KEY_ID: 'testkey1' } });
    expect(problems.join()).toContain('belong together');
  });
});

describe('secret settings', () => {
  it('are read from the file that the twin names, without the end of its last line', async () => {
    const files = { '/run/key': `${MASTER_KEY}\n` };
    const { settings, places } = await load({ environment: { WARDENRY_MASTER_KEY_FILE: '/run/key' }, files });
    expect(settings.masterKey).toBe(MASTER_KEY);
    expect(places.get('masterKey')).toBe('WARDENRY_MASTER_KEY_FILE (/run/key)');
  });

  it('are refused when given both ways, even by two sources', async () => {
    const problems = await problemsOf({
      environment: { WARDENRY_MASTER_KEY: MASTER_KEY },
      args: ['--master-key-file', '/run/key'],
      files: { '/run/key': MASTER_KEY },
    });
    expect(problems).toEqual([
      'WARDENRY_MASTER_KEY and --master-key-file both give master-key; keep one of them.',
    ]);
  });

  it('are refused among the arguments', async () => {
    expect((await problemsOf({ args: ['--master-key', MASTER_KEY] })).join()).toContain(
      'use --master-key-file',
    );
    expect((await problemsOf({ args: ['--database-url', 'postgres://u:pw123456@h/d'] })).join()).toContain(
      'would show a secret',
    );
    expect(await problemsOf({ args: ['--database-url', 'postgres://u@h/d'] })).toEqual([]);
  });

  it('are not repeated by the sentence that refuses them', async () => {
    const short = Buffer.alloc(16, 9).toString('base64');
    const problems = await problemsOf({
      environment: { WARDENRY_MASTER_KEY: short, WARDENRY_DATABASE_URL: 'x://u:pw123456@h' },
    });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain(short);
    expect(problems.join()).not.toContain('pw123456');
  });

  it('say so when the named file is not there', async () => {
    const problems = await problemsOf({ environment: { WARDENRY_MASTER_KEY_FILE: '/none' } });
    expect(problems.join()).toContain('WARDENRY_MASTER_KEY_FILE names cannot be read');
  });

  it('are hidden when the settings are printed, and known to the log', async () => {
    const loaded = await load({
      environment: { WARDENRY_MASTER_KEY: MASTER_KEY, WARDENRY_DATABASE_URL: 'postgres://u:p%40ss1234@h/d' },
    });
    const printed = printedSettings(loaded) + JSON.stringify(shownSettings(loaded));
    expect(printed).not.toContain(MASTER_KEY);
    expect(printed).not.toContain('p%40ss1234');
    expect(printed).toContain('WARDENRY_MASTER_KEY');
    expect(secretTexts(loaded.settings)).toEqual(
      expect.arrayContaining([MASTER_KEY, 'postgres://u:p%40ss1234@h/d', 'p%40ss1234', 'p@ss1234']),
    );
  });
});
