/** The account at a glance. It comes after the areas of what it counts. */
import type { Area } from '../../kernel/area.ts';
import { imsGetAccountSummary } from './get-account-summary.ts';

/** The operation that sums an account up. */
export const summary: Area = { name: 'summary', operations: [imsGetAccountSummary] };
