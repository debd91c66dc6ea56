import { describe, expect, it } from 'vitest';
import { childrenOf, parseXml } from '../../../xml/parse.ts';
import { onlyChild } from './namespaces.ts';
import { serviceProvider, serviceProviderMetadata } from './service-provider.ts';

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
const KNOWN = 'urn:alibaba:cloudcomputing';
const PUBLISHED = 'https://signin.aliyun.com/saml-role/sso';

const knownNames = true;

describe('the service provider', () => {
  it('is the one that identity providers know already, when nothing is set', () => {
    expect(serviceProvider({ entityId: KNOWN, knownNames })).toEqual({
      entityId: KNOWN,
      consumerUrl: undefined,
      audiences: [KNOWN, `${KNOWN}:international`],
      recipients: [PUBLISHED],
    });
  });

  it('stands at the public URL, and takes what is meant for the published one too', () => {
    const publicUrl = new URL('https://iam.example.com');
    expect(serviceProvider({ entityId: KNOWN, publicUrl, knownNames })).toMatchObject({
      consumerUrl: 'https://iam.example.com/saml-role/sso',
      recipients: [PUBLISHED, 'https://iam.example.com/saml-role/sso'],
    });
  });

  it('has the name and the place that are set, and no other beside those that are taken always', () => {
    const set = serviceProvider({
      entityId: 'urn:own',
      consumerUrl: 'https://sso.example.com/acs',
      knownNames,
    });
    expect(set).toEqual({
      entityId: 'urn:own',
      consumerUrl: 'https://sso.example.com/acs',
      audiences: [KNOWN, `${KNOWN}:international`, 'urn:own'],
      recipients: [PUBLISHED, 'https://sso.example.com/acs'],
    });
  });
});

describe('a service provider without the names that are known', () => {
  it('answers to its own alone', () => {
    const publicUrl = new URL('https://iam.example.com');
    expect(serviceProvider({ entityId: 'urn:own', publicUrl, knownNames: false })).toEqual({
      entityId: 'urn:own',
      consumerUrl: 'https://iam.example.com/saml-role/sso',
      audiences: ['urn:own'],
      recipients: ['https://iam.example.com/saml-role/sso'],
    });
  });
});

describe('its metadata', () => {
  it('is none while nobody has said where this server is', () => {
    expect(serviceProviderMetadata(serviceProvider({ entityId: KNOWN, knownNames }))).toBeUndefined();
  });

  it('is XML that says where and by what name assertions reach it', async () => {
    const entityId = 'urn:own?a="1"&b=<2>';
    const consumerUrl = 'https://sso.example.com/acs?a=1&b=2';
    const metadata = serviceProviderMetadata(serviceProvider({ entityId, consumerUrl, knownNames }));
    const entity = await parseXml(Buffer.from(metadata ?? ''));
    const descriptor = onlyChild(entity, METADATA, 'SPSSODescriptor');
    const consumer = onlyChild(descriptor, METADATA, 'AssertionConsumerService');
    const service = onlyChild(descriptor, METADATA, 'AttributeConsumingService');
    expect(entity.getAttribute('entityID')).toBe(entityId);
    expect(descriptor.getAttribute('WantAssertionsSigned')).toBe('true');
    expect(consumer.getAttribute('Location')).toBe(consumerUrl);
    expect(consumer.getAttribute('Binding')).toBe('urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST');
    const requested = childrenOf(service, METADATA, 'RequestedAttribute');
    expect(requested.map(each => [each.getAttribute('Name'), each.getAttribute('isRequired')])).toEqual([
      ['https://www.aliyun.com/SAML-Role/Attributes/Role', 'true'],
      ['https://www.aliyun.com/SAML-Role/Attributes/RoleSessionName', 'true'],
      ['https://www.aliyun.com/SAML-Role/Attributes/SessionDuration', 'false'],
    ]);
  });
});
