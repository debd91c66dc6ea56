import { makeSqliteDatabase } from './sqlite-database.ts';
import { storeSuite } from './suite.ts';

storeSuite('SQLite', makeSqliteDatabase);
