import { textOf } from '../account.ts';
import { call, plain, type ValidCall, type ValidCalls } from './valid-call.ts';

const whole = '*';

/** A call about the governance report, which is made for it. */
function onGovernance(parameters: Readonly<Record<string, string>> = {}): ValidCall {
  return call(async account => {
    await account.do('Ims GenerateGovernanceReport');
    return [parameters, whole];
  });
}

const onePerPage = { GovernanceItemType: 'WardenryAdministrators', MaxItems: '1' };

/** Operations on reports. Every account begins with more than one line for each page of one. */
export const reportCalls: ValidCalls = {
  'Ims GenerateCredentialReport': [plain({}, whole)],
  'Ims GetCredentialReport': [
    call(async account => {
      await account.do('Ims GenerateCredentialReport');
      return [{}, whole];
    }),
    call(async account => {
      await account.do('Ims GenerateCredentialReport');
      const first = await account.do('Ims GetCredentialReport', { MaxItems: '1' });
      return [{ MaxItems: '1', NextToken: textOf(first, 'NextToken') }, whole];
    }, 'a later page'),
  ],
  'Ims GenerateGovernanceReport': [plain({}, whole)],
  'Ims GetGovernanceReportStatus': [onGovernance()],
  'Ims ListRecentGovernanceMetrics': [onGovernance()],
  'Ims GetGovernanceItemReport': [
    onGovernance({ GovernanceItemType: 'SSOLoginEnabled' }),
    call(async account => {
      await account.do('Ims GenerateGovernanceReport');
      return [onePerPage, whole];
    }, 'the first of several pages'),
    call(async account => {
      await account.do('Ims GenerateGovernanceReport');
      const first = await account.do('Ims GetGovernanceItemReport', onePerPage);
      return [{ ...onePerPage, Marker: textOf(first, 'Marker') }, whole];
    }, 'a later page'),
  ],
  'Ims GetAccountSecurityPracticeReport': [plain({}, whole)],
};
