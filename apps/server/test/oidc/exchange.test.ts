/** The exchange of a token while time passes: between the head of a request and its body, and while an issuer is asked. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SuiteIssuers } from '../contract/issuer.ts';
import { anonymousDoor } from '../contract/wire.ts';
import { openSessions, roleOf, type Sessions, trustOf } from '../sessions/suite.ts';
import type { WireParameters } from '../test-account.ts';

let sessions: Sessions;
let issuers: SuiteIssuers;

beforeAll(async () => {
  sessions = await openSessions();
  ({ issuers } = sessions.contract.server);
});
afterAll(() => sessions.contract.server.stop());
afterEach(() => {
  vi.useRealTimers();
  issuers.gate = Promise.resolve();
});

/** A provider, and the parameters by which a token of it is exchanged. */
interface Exchange {
  readonly provider: string;
  readonly parameters: WireParameters;
}

/** Registers a provider that a role trusts. */
async function arranged(life?: number): Promise<Exchange> {
  const { home } = sessions;
  const provider = home.fresh('idp');
  const arn = `acs:ram::${home.id}:oidc-provider/${provider}`;
  await home.do('Ims CreateOIDCProvider', {
    OIDCProviderName: provider,
    IssuerUrl: issuers.urlOf(provider),
    ClientIds: 'sts.aliyuncs.com,other',
  });
  const role = await roleOf(home, { trust: trustOf({ Principal: { Federated: [arn] } }) });
  const parameters = {
    OIDCProviderArn: arn,
    RoleArn: `acs:ram::${home.id}:role/${role}`,
    RoleSessionName: 'web-1',
    OIDCToken: issuers.tokenOf(provider, life),
  };
  return { provider, parameters };
}

async function exchange({ parameters }: Exchange): Promise<string> {
  const { home } = sessions;
  const answer = await home.call('Sts AssumeRoleWithOIDC', parameters, undefined, { door: anonymousDoor });
  return answer.code;
}

/** Sends the head of a request, and gives what sends the rest and waits for the answer. */
async function begun({ parameters }: Exchange): Promise<() => Promise<string>> {
  const [hostname = '', port] = sessions.contract.server.host.split(':');
  const common = { Action: 'AssumeRoleWithOIDC', Version: '2015-04-01', Format: 'JSON' };
  const body = new URLSearchParams({ ...common, ...parameters }).toString();
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  let received = '';
  socket.on('data', text => {
    received += text;
  });
  const head = [
    'POST / HTTP/1.1',
    `host: ${sessions.contract.server.host}`,
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
    // So that it is known when the server has the head.
    'expect: 100-continue',
    'connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await vi.waitFor(() => expect(received).toContain('100 Continue'));
  return async () => {
    socket.write(body);
    await once(socket, 'end');
    const { Code = 'Success' } = JSON.parse(received.slice(received.indexOf('{')));
    return Code;
  };
}

describe('a token whose request comes in pieces', () => {
  it('is refused when it has expired before the request was complete', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const slow = await arranged(60);
    const finish = await begun(slow);
    expect(await exchange(slow)).toBe('Success');
    vi.setSystemTime(Date.now() + 60_000);
    expect(await finish()).toBe('AuthenticationFail.OIDCToken.Expired');
  });

  it('is accepted when it has not', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const slow = await arranged(60);
    const finish = await begun(slow);
    vi.setSystemTime(Date.now() + 2000);
    expect(await finish()).toBe('Success');
  });
});

describe('while an issuer is asked', () => {
  /** Exchanges a token, lets something happen before the issuer answers, and gives the outcome. */
  async function meanwhile(happens: (provider: string) => Promise<unknown>): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<void>();
    issuers.gate = promise;
    const arrangement = await arranged();
    const before = issuers.asked.length;
    const outcome = exchange(arrangement);
    await vi.waitFor(() => expect(issuers.asked.length).toBeGreaterThan(before));
    await happens(arrangement.provider);
    resolve();
    return outcome;
  }

  it('nothing may happen', async () => {
    expect(await meanwhile(async () => {})).toBe('Success');
  });

  it('its audience may be withdrawn, and its token is refused', async () => {
    const withdraw = (OIDCProviderName: string) =>
      sessions.home.do('Ims RemoveClientIdFromOIDCProvider', {
        OIDCProviderName,
        ClientId: 'sts.aliyuncs.com',
      });
    expect(await meanwhile(withdraw)).toBe('AuthenticationFail.OIDCToken.AudienceNotMatch');
  });

  it('another certificate may be demanded of it, and its token is refused', async () => {
    const pin = (OIDCProviderName: string) =>
      sessions.home.do('Ims AddFingerprintToOIDCProvider', {
        OIDCProviderName,
        Fingerprint: '00'.repeat(20),
      });
    expect(await meanwhile(pin)).toBe('AuthenticationFail.OIDCToken.PublicKeyFingerprintMismatch');
  });

  it('it may be deleted, and its token is refused, whether there is another of its name or not', async () => {
    const remove = (OIDCProviderName: string) =>
      sessions.home.do('Ims DeleteOIDCProvider', { OIDCProviderName });
    const replace = async (OIDCProviderName: string) => {
      await remove(OIDCProviderName);
      await sessions.home.do('Ims CreateOIDCProvider', {
        OIDCProviderName,
        IssuerUrl: issuers.urlOf(OIDCProviderName),
        ClientIds: 'sts.aliyuncs.com',
      });
    };
    expect(await meanwhile(remove)).toBe('AuthenticationFail.NoPermission');
    expect(await meanwhile(replace)).toBe('AuthenticationFail.NoPermission');
  });
});
