// What do administrators read of people, their posts and their accounts?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { Role } from './roles.ts'
import type { SubstitutionView } from './substitution-views.ts'

export type PostView = {
  office: string
  officeName: Text
  role: Role
  roleName: Text
  region: string
  since: Instant
  until: Instant | null
  status: 'planned' | 'held' | 'over'
  /** Who gave it; null = it was there from the beginning. */
  givenBy: { name: string; at: Instant; order: string | null; reason: string } | null
  endedBy: { name: string; at: Instant; order: string | null; reason: string } | null
  mayEnd: boolean
}
export type PersonRow = {
  id: string
  name: string
  username: string
  enterprise: string | null
  active: boolean
  posts: { office: Text; role: Text; until: Instant | null }[]
  openTasks: number
}
export type PeoplePage = { items: PersonRow[]; total: number; cursor: string | null }
export type PersonnelStep = {
  act: 'given' | 'ended' | 'disabled' | 'enabled' | 'registered' | 'link' | 'factor-removed'
  post: Text | null
  since: Instant | null
  until: Instant | null
  order: string | null
  reason: string
  /** Posts that were left empty, known when it was done. */
  emptied: Text[]
  name: string
  at: Instant
}
export type PersonView = Omit<PersonRow, 'posts' | 'openTasks'> & {
  mail: string
  posts: PostView[]
  history: PersonnelStep[]
  substitutions: Pick<SubstitutionView, 'id' | 'person' | 'substitute' | 'from' | 'to' | 'order' | 'status'>[]
  /** Open tasks in his name, within the reader's scope. */
  tasks: { caseId: string; number: string; title: string; words: Text; dueAt: Instant; group: Text }[]
  moreTasks: boolean
  mayGive: boolean
  /** Posts that wait for a second administrator. */
  waiting: OpenPostView[]
  /** Whether a password has been set. */
  entered: boolean
  secondFactor: boolean
  mayDisable: boolean
  whyNot: Text[]
}
/** A post that one administrator wants to give and another has to approve. */
export type OpenPostView = {
  id: string
  person: { id: string; name: string; username: string; mail: string }
  post: Text
  from: string
  until: string | null
  order: string | null
  reason: string
  proposedBy: string
  proposedAt: Instant
  mayApprove: boolean
  mayWithdraw: boolean
  whyNot: Text[]
}
export type OfficeChoice = { id: string; name: Text; roles: { role: Role; name: Text }[] }

/** A post that nobody would hold any more, and what that leaves undone. */
export type Emptied = { group: string; words: Text; waiting: number; duties: Duty[] }
export type Loss = { emptied: Emptied[]; tasks: number; warnings: Text[] }

export type Duty = { process: string; title: Text; kind: 'task' | 'escalation' | 'clockOwner' | 'start'; words: Text }
