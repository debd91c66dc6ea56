import { describe, expect, it } from 'vitest';
import { childEnvironment } from './exec.ts';

const session = {
  accessKeyId: 'STS.example',
  accessKeySecret: 'secret',
  securityToken: 'token',
  expiration: new Date('2026-11-24T13:00:00Z'),
};

describe('the environment of a command', () => {
  it('holds the session and nothing else that says who it is', () => {
    const long = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAIlong',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'long',
      ALIBABACLOUD_ACCESS_KEY_ID: 'LTAIlong',
      ALIBABACLOUD_ACCESS_KEY_SECRET: 'long',
      ALICLOUD_ACCESS_KEY: 'LTAIlong',
      ALICLOUD_SECRET_KEY: 'long',
      ACCESS_KEY_ID: 'LTAIlong',
      ACCESS_KEY_SECRET: 'long',
      ALIBABA_CLOUD_ROLE_ARN: 'acs:ram::1:role/other',
      ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/token',
      ALIBABA_CLOUD_CREDENTIALS_URI: 'http://127.0.0.1:1/credentials/long',
      ALIBABA_CLOUD_PROFILE: 'other',
    };
    expect(childEnvironment({ ...long, PATH: '/bin', PROFILE: 'mine', UNSET: undefined }, session)).toEqual({
      PATH: '/bin',
      PROFILE: 'mine',
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'STS.example',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret',
      ALIBABA_CLOUD_SECURITY_TOKEN: 'token',
      ALIBABA_CLOUD_IGNORE_PROFILE: 'TRUE',
    });
  });

  it('keeps where programs find servers and how they trust them', () => {
    const kept = {
      ALIBABA_CLOUD_ENDPOINT: 'iam.example',
      ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
      WARDENRY_ENDPOINT: 'https://iam.example',
      NODE_EXTRA_CA_CERTS: '/ca.pem',
    };
    expect(childEnvironment(kept, session)).toMatchObject(kept);
  });
});
