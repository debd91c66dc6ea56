/** Parts of a product whose declarations are looked at and whose operations are not run. */
import type { ProductParts } from '../src/areas/index.ts';

const nowhere = (): never => {
  throw new Error('these operations are declared and cannot be run');
};

/** Parts that no operation can run on; the bounds are those of the settings' defaults. */
export const declaredParts: ProductParts = {
  server: { version: '', database: 'sqlite', countAccounts: nowhere },
  authorization: {
    bounds: {
      checks: 100,
      resources: 50,
      conditions: 50,
      controlPolicies: 10,
      resourceName: 2048,
      text: 8192,
      computing: 1000,
    },
    options: {},
    principals: { byAccessKey: nowhere, byToken: nowhere, byUserName: nowhere },
    verifier: { verify: nowhere },
  },
  diagnoses: { seal: nowhere, open: nowhere },
  sessions: {
    sources: { byRoleName: nowhere, originsOf: nowhere, originsOfFederated: nowhere },
    tokens: { issue: nowhere, open: nowhere },
    outbound: { fetchJson: nowhere },
    serviceProvider: { entityId: '', consumerUrl: '', audiences: [], recipients: [] },
  },
};
