/** The account at a glance. It comes last in the order of areas, since it counts what all others hold. */
import type { Area } from '../../kernel/area.ts';
import { imsGetAccountSummary } from './get-account-summary.ts';

/** The operation that sums an account up. */
export const summary: Area = { name: 'summary', operations: [imsGetAccountSummary] };
