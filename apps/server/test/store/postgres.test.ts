import { afterAll } from 'vitest';
import { dropSharedPostgresDatabase, makeSharedPostgresDatabase } from './postgres-database.ts';
import { storeSuite } from './suite.ts';

storeSuite('PostgreSQL', makeSharedPostgresDatabase);
afterAll(dropSharedPostgresDatabase);
