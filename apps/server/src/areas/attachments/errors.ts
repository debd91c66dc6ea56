import { type ErrorKind, errorKind } from '../../kernel/errors.ts';

/** What attaching a policy to one kind of principal can answer (spec: domain 2.6). */
export interface AttachmentErrors {
  readonly alreadyAttached: ErrorKind;
  readonly notAttached: ErrorKind;
  readonly tooMany: ErrorKind;
}

/** @param noun the last but one word of the codes, and what messages call the principal */
export function attachmentErrors(noun: 'User' | 'Group' | 'Role'): AttachmentErrors {
  const principal = `The ${noun.toLowerCase()} "{principal}"`;
  return {
    alreadyAttached: errorKind(
      `EntityAlreadyExists.${noun}.Policy`,
      409,
      `${principal} has the {type} policy "{policy}" already.`,
    ),
    notAttached: errorKind(
      `EntityNotExist.${noun}.Policy`,
      404,
      `${principal} does not have the {type} policy "{policy}"; ListPoliciesFor${noun} shows what it has.`,
    ),
    tooMany: errorKind(
      `LimitExceeded.${noun}.Policy`,
      409,
      `${principal} has its limit of {limit} {type} policies; detach one that is no longer needed, or put several into one.`,
    ),
  };
}
