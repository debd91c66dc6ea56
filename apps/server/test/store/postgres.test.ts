import { makePostgresDatabase } from './postgres-database.ts';
import { storeSuite } from './suite.ts';

storeSuite('PostgreSQL', makePostgresDatabase);
