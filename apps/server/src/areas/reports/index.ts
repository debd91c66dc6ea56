/**
 * Reports on the whole of an account: on everything that lets somebody in, on how it keeps to the recommendations, and a
 * score. Those that are made on demand promise to be stored whole or not at all.
 */
import type { Area } from '../../kernel/area.ts';
import { imsGenerateCredentialReport } from './credential/generate-credential-report.ts';
import { imsGetCredentialReport } from './credential/get-credential-report.ts';
import { imsGenerateGovernanceReport } from './governance/generate-governance-report.ts';
import { imsGetGovernanceItemReport } from './governance/get-governance-item-report.ts';
import { imsGetGovernanceReportStatus } from './governance/get-governance-report-status.ts';
import { imsListRecentGovernanceMetrics } from './governance/list-recent-governance-metrics.ts';
import { imsGetAccountSecurityPracticeReport } from './security-practice/get-account-security-practice-report.ts';

/** The operations on reports. */
export const reports: Area = {
  name: 'reports',
  operations: [
    imsGenerateCredentialReport,
    imsGetCredentialReport,
    imsGenerateGovernanceReport,
    imsGetGovernanceReportStatus,
    imsListRecentGovernanceMetrics,
    imsGetGovernanceItemReport,
    imsGetAccountSecurityPracticeReport,
  ],
};
