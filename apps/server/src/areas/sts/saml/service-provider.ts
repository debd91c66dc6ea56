/** This server as identity providers know it: the service provider that their assertions are meant for (spec: domain 8.2). */

/** The names that people's providers are configured with already; the second one is of the international site. */
const KNOWN_AUDIENCES = ['urn:alibaba:cloudcomputing', 'urn:alibaba:cloudcomputing:international'] as const;
const KNOWN_RECIPIENT = 'https://signin.aliyun.com/saml-role/sso';

/** Where this server takes what browsers bring from identity providers. */
const CONSUMER_PATH = '/saml-role/sso';

/** A service provider. */
export interface ServiceProvider {
  /** What it calls itself in its metadata. */
  readonly entityId: string;
  /** Where it wants assertions delivered; undefined while nobody has said where this server is. */
  readonly consumerUrl?: string | undefined;
  /** All that an assertion may name as its audience. */
  readonly audiences: readonly string[];
  /** All that an assertion may name as its recipient. */
  readonly recipients: readonly string[];
}

/** What an operator says about it. */
export interface ServiceProviderSettings {
  readonly entityId: string;
  readonly consumerUrl?: string | undefined;
  /** The URL that people reach this server by. */
  readonly publicUrl?: URL | undefined;
  /** Whether it answers to the names that identity providers may be configured with already. */
  readonly knownNames: boolean;
}

/** The service provider by the operator's settings. */
export function serviceProvider(settings: ServiceProviderSettings): ServiceProvider {
  const { publicUrl, entityId, knownNames } = settings;
  const ownUrls = publicUrl === undefined ? [] : [new URL(CONSUMER_PATH, publicUrl).href];
  const { consumerUrl = ownUrls[0] } = settings;
  return {
    entityId,
    consumerUrl,
    audiences: [...new Set([...(knownNames ? KNOWN_AUDIENCES : []), entityId])],
    recipients: [
      ...new Set([
        ...(knownNames ? [KNOWN_RECIPIENT] : []),
        ...ownUrls,
        ...(consumerUrl === undefined ? [] : [consumerUrl]),
      ]),
    ],
  };
}

/**
 * The metadata document that identity providers read (SAML metadata 2.4.4).
 *
 * @returns XML; undefined while this server does not know where it is, since whatever place the document named, browsers
 *   would bring assertions there that nobody has used
 */
export function serviceProviderMetadata({ entityId, consumerUrl }: ServiceProvider): string | undefined {
  if (consumerUrl === undefined) return undefined;
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escaped(entityId)}">
  <md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>
    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escaped(consumerUrl)}" index="1" isDefault="true"/>
    <md:AttributeConsumingService index="1">
      <md:ServiceName xml:lang="en">Wardenry</md:ServiceName>
${attributes.map(requestedAttribute).join('\n')}
    </md:AttributeConsumingService>
  </md:SPSSODescriptor>
</md:EntityDescriptor>
`;
}

const attributes = [
  { name: 'Role', isRequired: true },
  { name: 'RoleSessionName', isRequired: true },
  { name: 'SessionDuration', isRequired: false },
] as const;

function requestedAttribute({ name, isRequired }: (typeof attributes)[number]): string {
  return `      <md:RequestedAttribute FriendlyName="${name}" Name="https://www.aliyun.com/SAML-Role/Attributes/${name}" isRequired="${isRequired}"/>`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
