// How does a test write down an open task, a hand under it and somebody added to it, without playing a case?
import type { Candidate } from '../../domain/engine/choosing.ts'
import type { AddedSigner, OpenTask, Signature } from '../../domain/model/record.ts'
import type { Appointment, OnBehalfOf, Person } from '../../domain/organisation/actor.ts'
import type { RoutingRule } from '../../domain/tasks/routing/rules.ts'
import { actor } from './people/cast.ts'

export const at = '2026-03-02T01:00:00.000Z'
export const inspectors = '330802-bureau/inspector'
export const chiefs = '330802-bureau/section-chief'

/** A task of the inspectors that nobody has touched. */
export const taskWith = (changes: Partial<OpenTask> = {}): OpenTask => ({
  id: 'c-1:check:1',
  task: 'check',
  state: 'checking',
  entry: 1,
  groups: [inspectors],
  openedAt: at,
  assignee: null,
  claimedAt: null,
  seenAt: null,
  signers: { mode: 'all', need: 1 },
  proposal: null,
  signatures: [],
  copies: [],
  urged: 0,
  ...changes,
})

/** Gives tasks of the inspectors to whoever has least. */
export const ruleWith = (more: Partial<RoutingRule> = {}): RoutingRule => ({
  id: 'r1',
  group: inspectors,
  process: null,
  region: null,
  field: null,
  value: null,
  way: 'least-loaded',
  person: null,
  order: null,
  since: '2026-01-01T00:00:00.000Z',
  until: null,
  seq: 1,
  ...more,
})

/** Somebody who may be given one, and has none. */
export const candidateWith = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  person: actor(id),
  load: 0,
  turns: {},
  standIns: [],
  ...more,
})

/** The hand of this person. */
export const signatureBy = (person: string, changes: Partial<Signature> = {}): Signature => ({
  person,
  name: actor(person).name,
  at,
  opinion: null,
  ...changes,
})

/** Somebody added by inspector Lin. */
export const addedAs = (
  who: string,
  position: AddedSigner['position'],
  changes: Partial<AddedSigner> = {},
): AddedSigner => ({
  no: 1,
  who,
  kind: 'person',
  name: who.includes('/') ? who : actor(who).name,
  position,
  by: 'lin',
  at,
  ...changes,
})

export const order = '衢应急代〔2026〕1号'

/** The person with the posts of an absent one beside his own. */
export const standingInFor = (id: string, absent: string): Person => {
  const by = actor(id)
  const onBehalfOf: OnBehalfOf = { id: absent, name: actor(absent).name, order }
  const lent: Appointment[] = actor(absent).appointments.map((held) => ({ ...held, onBehalfOf }))
  return { ...by, appointments: [...by.appointments, ...lent] }
}

/** The person as he acts for an absent one. */
export const actingFor = (id: string, absent: string): Person => ({
  ...standingInFor(id, absent),
  actsFor: { id: absent, name: actor(absent).name, order },
})
