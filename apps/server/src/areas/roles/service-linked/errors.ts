/** What operations on service-linked roles can answer: the published codes of ResourceManager (spec: api ResourceManager). */
import { errorKind } from '../../../kernel/errors.ts';

export const serviceNotExist = errorKind(
  'EntityNotExist.Service',
  404,
  'The service "{service}" has no role here; those that have are {known}.',
);

export const suffixNotAllowed = errorKind(
  'InvalidParameter.CustomSuffix.NotAllowed',
  400,
  'The role of the service {service} takes no suffix: an account has one such role; leave CustomSuffix out.',
);

export const descriptionNotAllowed = errorKind(
  'InvalidParameter.Description.NotAllowed',
  400,
  'The description of the role of the service {service} is fixed; leave Description out.',
);

export const roleNotLinked = errorKind(
  'EntityNotExist.ServiceLinkedRole',
  404,
  'The role "{role}" exists and belongs to no service; DeleteRole deletes it.',
);

export const deletionTaskInvalid = errorKind(
  'InvalidParameter.DeletionTaskId',
  400,
  'The parameter DeletionTaskId is no id of a deletion task; DeleteServiceLinkedRole gives one: {form}.',
);

export const deletionTaskNotExist = errorKind(
  'EntityNotExist.ServiceLinkedRole.DeletionTask',
  404,
  'This account has no such deletion task; tasks can be asked about for {days} days.',
);
