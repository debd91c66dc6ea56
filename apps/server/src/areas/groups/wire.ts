/** Groups and members as RAM and as IMS show them (spec: domain 1.2). Texts that nobody gave are empty. */
import { type Rendered, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { PrincipalUser } from '../users/index.ts';
import type { Group, JoinedGroup, Member } from './group.ts';

const nameFields = { GroupId: textField, GroupName: textField, Comments: textField } as const;

function names(group: Group): Rendered<typeof nameFields> {
  return { GroupId: group.groupId, GroupName: group.name, Comments: group.comments };
}

/** RAM's reply to CreateGroup. */
export const ramNewGroupFields = { ...nameFields, CreateDate: timeField } as const;

/** Fills `ramNewGroupFields`. */
export function ramNewGroup(group: Group): Rendered<typeof ramNewGroupFields> {
  return { ...names(group), CreateDate: isoSeconds(group.createdAt) };
}

/** RAM's groups everywhere else. */
export const ramGroupFields = { ...ramNewGroupFields, UpdateDate: timeField } as const;

/** Fills `ramGroupFields`. */
export function ramGroup(group: Group): Rendered<typeof ramGroupFields> {
  return { ...ramNewGroup(group), UpdateDate: isoSeconds(group.updatedAt) };
}

/** IMS' groups. */
export const imsGroupFields = { ...ramGroupFields, DisplayName: textField } as const;

/** Fills `imsGroupFields`. */
export function imsGroup(group: Group): Rendered<typeof imsGroupFields> {
  return { ...ramGroup(group), DisplayName: group.displayName };
}

/** RAM's groups of a user. */
export const ramJoinedGroupFields = { ...nameFields, JoinDate: timeField } as const;

/** Fills `ramJoinedGroupFields`. */
export function ramJoinedGroup(group: JoinedGroup): Rendered<typeof ramJoinedGroupFields> {
  return { ...names(group), JoinDate: isoSeconds(group.joinedAt) };
}

/** IMS' groups of a user. */
export const imsJoinedGroupFields = { ...ramJoinedGroupFields, DisplayName: textField } as const;

/** Fills `imsJoinedGroupFields`. */
export function imsJoinedGroup(group: JoinedGroup): Rendered<typeof imsJoinedGroupFields> {
  return { ...ramJoinedGroup(group), DisplayName: group.displayName };
}

/** RAM's members of a group. */
export const ramMemberFields = { UserName: textField, DisplayName: textField, JoinDate: timeField } as const;

/** Fills `ramMemberFields`. */
export function ramMember(member: Member): Rendered<typeof ramMemberFields> {
  return {
    UserName: member.name,
    DisplayName: member.displayName,
    JoinDate: isoSeconds(member.joinedAt),
  };
}

/** IMS' members of a group. */
export const imsMemberFields = {
  UserId: textField,
  UserPrincipalName: textField,
  DisplayName: textField,
  JoinDate: timeField,
} as const;

/** Fills `imsMemberFields`. */
export function imsMember(member: Member & PrincipalUser): Rendered<typeof imsMemberFields> {
  return {
    UserId: member.userId,
    UserPrincipalName: member.principalName,
    DisplayName: member.displayName,
    JoinDate: isoSeconds(member.joinedAt),
  };
}
