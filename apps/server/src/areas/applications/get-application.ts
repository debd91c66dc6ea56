import { ims, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { applicationNotExist } from './errors.ts';
import { applicationById, onApplication } from './lookup.ts';
import { applicationId } from './parameters.ts';
import { applicationFields, applicationMembers } from './wire.ts';

export const imsGetApplication = readOperation({
  api: ims,
  name: 'GetApplication',
  summary: ['Shows one application.', '查询单个应用的信息。'],
  parameters: { applicationId },
  response: { Application: object(applicationFields) },
  errors: [applicationNotExist],
  authorization: onApplication,
  run: (scope, command) => applicationById(scope, command.applicationId),
  render: (application, { context }) => ({
    Application: applicationMembers(application, context.accountId),
  }),
});
