/** What identity providers fetch from this server. */
import { type ServiceProvider, serviceProviderMetadata } from '../areas/sts/index.ts';
import type { Page, Pages } from './health.ts';

const nowhere: Page = {
  status: 404,
  contentType: 'text/plain;charset=utf-8',
  body: 'This server does not know by which URL browsers reach it. Set WARDENRY_PUBLIC_URL or WARDENRY_SAML_CONSUMER_URL, and its metadata is here.\n',
};

/** Metadata of the service provider, where providers of role log-ons are used to find it (spec: domain 8.2). */
export function samlPages(serviceProvider: ServiceProvider): Pages {
  const body = serviceProviderMetadata(serviceProvider);
  const page: Page =
    body === undefined
      ? nowhere
      : { status: 200, contentType: 'application/samlmetadata+xml;charset=utf-8', body };
  return new Map([['/saml-role/sp-metadata.xml', () => page]]);
}
