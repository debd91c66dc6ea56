/** Why the operating system refused something, in words: the codes and sentences of Node are for programmers. */

const reasons = new Map(
  Object.entries({
    EACCES: 'this user is not allowed to use it',
    EPERM: 'this user is not allowed to use it',
    EROFS: 'its file system is read-only',
    ENOENT: 'it does not exist, or the folder that it stands in does not',
    ENOTDIR: 'a part of its path is a file and no folder',
    EISDIR: 'it is a folder and no file',
    EEXIST: 'something else of that name is there',
    ENOTEMPTY: 'its folder is not empty',
    ELOOP: 'its symbolic links lead nowhere',
    ENAMETOOLONG: 'its path is too long',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota of this user is used up',
    EIO: 'the disk failed',
    EMFILE: 'this process has too many files open',
    ENFILE: 'this machine has too many files open',
    EADDRINUSE: 'another program listens there already',
    EADDRNOTAVAIL: 'this machine has no such address',
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the other side closed the connection',
    EPIPE: 'the other side closed the connection',
    ETIMEDOUT: 'it did not answer in time',
    EHOSTUNREACH: 'there is no route to that machine',
    ENETUNREACH: 'there is no route to that network',
    ENOTFOUND: 'no machine of that name is known',
    EAI_AGAIN: 'the name of that machine cannot be looked up now',
  }),
);

/**
 * Says why the system refused something.
 *
 * @param error what Node threw
 * @returns a clause without a full stop that can follow a colon; for errors of any other origin their own message
 */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = 'code' in error && typeof error.code === 'string' ? reasons.get(error.code) : undefined;
  return known ?? error.message;
}
