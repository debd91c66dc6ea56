import { clientFiles } from './client/files.ts';
import { errorPages } from './errors.ts';
import type { Generator } from './generator.ts';
import { lintPages } from './lint.ts';
import { openApiFiles } from './openapi.ts';
import { operationPages } from './operations.ts';
import { serviceLinkedRolePages } from './service-linked-roles.ts';
import { settingsPages } from './settings.ts';

/** All generators. Each is a file of this folder that reads declarations of the product. */
export const GENERATORS: readonly Generator[] = [
  settingsPages,
  operationPages,
  serviceLinkedRolePages,
  errorPages,
  lintPages,
  openApiFiles,
  clientFiles,
];
