import { describe, expect, it } from 'vitest';
import { type ServeOptions, serveCredentials } from './serve.ts';

function serve(options: Partial<ServeOptions>) {
  return serveCredentials(
    {
      // Nobody answers there: a call that is not refused at once ends with another message.
      endpoint: 'http://127.0.0.1:9',
      role: 'acs:ram::1:role/app',
      listen: '127.0.0.1:0',
      ...options,
    },
    {
      environment: { ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI1', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 's' },
      home: '/nowhere',
      server: async () => 0,
      out: () => undefined,
      err: () => undefined,
      untilStopped: () => new Promise(() => undefined),
      ask: async () => undefined,
    },
  );
}

describe('serving credentials', () => {
  it.each([
    '0.0.0.0:8490',
    '[::]:8490',
    '192.0.2.1:8490',
    '169.254.169.254:80',
    'iam.example:8490',
    'localhost.example:8490',
  ])('is refused at %s, which others could reach', async listen => {
    await expect(serve({ metadata: true, listen })).rejects.toThrow('others could reach');
  });

  it.each(['8490', '127.0.0.1:8490/x', 'user@127.0.0.1:8490', '127.1:8490', '127.0.0.1:99999', ''])(
    'is refused at %j, which is no address',
    async listen => {
      await expect(serve({ metadata: true, listen })).rejects.toThrow('is no address to listen on');
    },
  );

  it('is refused when no program could ask', async () => {
    await expect(serve({})).rejects.toThrow('say how programs ask');
    const options = { uriFile: 'app.env', metadataTokenRequired: true } as const;
    await expect(serve(options)).rejects.toThrow('goes with --metadata');
  });

  it.each(['127.0.0.1:0', 'localhost:0', '[::1]:0', '100.100.100.200:80', '127.0.0.1:80'])(
    'may be meant at %s',
    async listen => {
      await expect(serve({ metadata: true, listen })).rejects.toThrow('No session of acs:ram::1:role/app');
    },
  );
});
