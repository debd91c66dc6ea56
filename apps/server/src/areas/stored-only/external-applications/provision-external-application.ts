import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ims } from '../../../kernel/operation.ts';
import { keptOnly, text } from '../../../kernel/parameters.ts';
import { object } from '../../../kernel/response.ts';
import { semicolonList } from '../../../kernel/text/list-text.ts';
import {
  applicationId,
  countExternalApplications,
  type ExternalApplication,
  findApplication,
  findExternalApplication,
  insertExternalApplication,
  onApplication,
  scopeOptions,
  updateExternalApplicationRow,
  withOpenId,
} from '../../applications/index.ts';
import { ownApplication, tooManyExternalApplications } from './errors.ts';
import { externalApplicationFields, externalApplicationMembers } from './wire.ts';

/** Installing what is installed sets the scopes anew. */
export const imsProvisionExternalApplication = changeOperation({
  api: ims,
  name: 'ProvisionExternalApplication',
  summary: keptOnly([
    'Installs an application of another account, or sets what an installed one is granted.',
    '安装其他账号的应用；已安装时重新设置授权范围。',
  ]),
  parameters: {
    applicationId,
    scopes: text('Scopes', {
      ...scopeOptions,
      doc: [
        'Scopes that the application gets, openid always among them; that alone when absent.',
        '授予应用的授权范围，始终包含 openid；不传则仅授予 openid。',
      ],
    }),
  },
  response: { ExternalApplication: object(externalApplicationFields) },
  errors: [ownApplication, tooManyExternalApplications],
  authorization: onApplication,
  async run(scope, command): Promise<ExternalApplication> {
    const { applicationId: id } = command;
    if ((await findApplication(scope, id)) !== undefined) throw apiError(ownApplication, { application: id });
    const scopes = withOpenId(semicolonList.itemsOf(command.scopes));
    const before = await findExternalApplication(scope, id);
    if (before !== undefined) {
      const after = { ...before, scopes, updatedAt: scope.now };
      await updateExternalApplicationRow(scope, after);
      return after;
    }
    const limit = scope.context.limits.applications;
    if ((await countExternalApplications(scope)) >= limit) {
      throw apiError(tooManyExternalApplications, { limit });
    }
    const application = { applicationId: id, scopes, createdAt: scope.now, updatedAt: scope.now };
    await insertExternalApplication(scope, application);
    return application;
  },
  render: (application, { context }) => ({
    ExternalApplication: externalApplicationMembers(application, context),
  }),
});
