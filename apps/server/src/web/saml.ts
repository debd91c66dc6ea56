/** What identity providers fetch from this server. */
import { type ServiceProvider, serviceProviderMetadata } from '../areas/sts/index.ts';
import type { Pages } from './health.ts';

/** Metadata of the service provider, where providers of role log-ons are used to find it (spec: domain 8.2). */
export function samlPages(serviceProvider: ServiceProvider): Pages {
  const metadata = {
    status: 200,
    contentType: 'application/samlmetadata+xml;charset=utf-8',
    body: serviceProviderMetadata(serviceProvider),
  };
  return new Map([['/saml-role/sp-metadata.xml', () => metadata]]);
}
