import type { PolicyDocument } from '../document/document.ts';

/** Where a policy comes from and whom it is attached to: what a refusal may tell (spec: policy 5.3). */
export interface Attachment {
  readonly policyName: string;
  readonly policyType: 'System' | 'Custom';
  /** The policy's version, such as `v1`. */
  readonly version?: string;
  readonly attachedTo: {
    readonly type: 'RamUser' | 'RamGroup' | 'RamRole' | 'ResourceDirectoryTarget';
    readonly name: string;
  };
  readonly scope: AttachmentScope;
}

/** Where an attachment counts: in the whole account, in a folder's accounts, or in one resource group. */
export type AttachmentScope =
  | { readonly type: 'Account' }
  | { readonly type: 'Folder'; readonly id: string }
  | { readonly type: 'ResourceGroup'; readonly id: string };

/** A policy document with its attachment. */
export interface AttachedDocument extends Attachment {
  readonly document: PolicyDocument;
}

/** One statement of an attached document. */
export interface StatementReference extends Attachment {
  /** Its place in the document's list of statements, from 0. */
  readonly statement: number;
}
