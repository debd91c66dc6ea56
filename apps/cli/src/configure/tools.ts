/** Tools whose profiles can be written. */
export const TOOLS = ['aliyun', 'sdk', 'serverless-devs'] as const;
export type Tool = (typeof TOOLS)[number];

/** What a profile is to hold. */
export interface ProfileKey {
  readonly profile: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** `host:port` of the server, for tools that can be told. */
  readonly host?: string;
  readonly region?: string;
  /** Known when a tool needs it. */
  readonly accountId?: string;
}

/** The text of a file with a profile in it. */
export interface EditedFile {
  readonly text: string;
  /** Whether the profile was there before. */
  readonly replaced: boolean;
}

/**
 * Puts a profile into the text of a file, and leaves everything else in it as it is.
 *
 * @param text what the file holds; undefined when there is none
 * @throws Failure when the text is not what the tool reads, or cannot be changed in this one place alone
 */
export type EditFile = (text: string | undefined, key: ProfileKey) => EditedFile;
