/** An STS that does as a test tells it: what a real one would not do on demand. What a real one does stands in e2e. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What was asked. */
export interface Asked {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
}

/** A token service that runs. */
export interface TokenService {
  readonly endpoint: string;
  readonly asked: Asked[];
  /** What the next answers are; changed as a test goes on. */
  readonly state: {
    /** Seconds that credentials are valid. */
    life: number;
    /** Refuses everything with this code. */
    refusal: string | undefined;
  };
  close(): Promise<void>;
}

/** Secrets that must stand nowhere but in what is served. */
export const SECRETS = ['secret-of-session', 'token-of-session'] as const;

/** Starts a token service on a free port. */
export async function startTokenService(): Promise<TokenService> {
  const asked: Asked[] = [];
  const state: TokenService['state'] = { life: 3600, refusal: undefined };
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    asked.push(call);
    const [status, body] =
      state.refusal === undefined
        ? [200, answerTo(call, asked.length, state.life)]
        : [403, { Code: state.refusal, Message: 'Refused.', RequestId: 'R-1' }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    asked,
    state,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function readCall(request: IncomingMessage): Promise<Asked> {
  const parameters = Object.fromEntries(new URLSearchParams(await text(request)));
  const action = request.headers['x-acs-action'] ?? parameters.Action;
  return { action: String(action), parameters, authorization: request.headers.authorization };
}

function answerTo({ action, parameters }: Asked, number: number, life: number): object {
  if (action === 'GetCallerIdentity') {
    const AccountId = '1000000000000001';
    return { AccountId, Arn: `acs:ram::${AccountId}:user/app`, IdentityType: 'RAMUser', RequestId: 'R-1' };
  }
  return {
    RequestId: 'R-1',
    AssumedRoleUser: { Arn: parameters.RoleArn, AssumedRoleId: '1:x' },
    Credentials: {
      AccessKeyId: `STS.session${number}`,
      AccessKeySecret: SECRETS[0],
      SecurityToken: SECRETS[1],
      Expiration: new Date(Date.now() + life * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
    },
  };
}
