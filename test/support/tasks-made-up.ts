// How does a test write down an open task, a hand under it and somebody added to it, without playing a case?
import type { AddedSigner, OpenTask, Signature } from '../../domain/model/record.ts'
import type { Appointment, OnBehalfOf, Person } from '../../domain/organisation/actor.ts'
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
