import { changeSuite } from './change-suite.ts';
import { defaultGroupsSuite } from './default-groups-suite.ts';
import { feedSuite } from './feed-suite.ts';
import type { MakeDatabase } from './fixtures.ts';
import { installationSuite } from './installation-suite.ts';
import { keptCountsSuite } from './kept-counts-suite.ts';
import { logonSuite } from './logon-suite.ts';
import { recordSuite } from './record-suite.ts';
import { recycleBinSuite } from './recycle-bin-suite.ts';
import { scopeSuite } from './scope-suite.ts';
import { snapshotSuite } from './snapshot-suite.ts';

/** What every store must do, on whichever database. */
export function storeSuite(database: string, make: MakeDatabase): void {
  recordSuite(database, make);
  changeSuite(database, make);
  feedSuite(database, make);
  scopeSuite(database, make);
  snapshotSuite(database, make);
  installationSuite(database, make);
  logonSuite(database, make);
  keptCountsSuite(database, make);
  defaultGroupsSuite(database, make);
  recycleBinSuite(database, make);
}
