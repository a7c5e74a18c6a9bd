// Who is the leader that lets a person pay later or go, where an officer leads elsewhere, or stands in for the leader?
import { expect, test } from 'vitest'
import type { Person } from '../../../domain/organisation/actor.ts'
import { actor } from '../../support/people/cast.ts'
import { order, standingInFor } from '../../support/tasks-made-up.ts'
import {
  demanded,
  itemOf,
  onParty,
  type Play,
  servedPerson,
  stateOf,
  whyNot,
} from '../party-remedies/pursuing.ts'
import { day, investigated, matter, prosecuting, sample } from '../samples.ts'

/** An inspector of the case who leads the bureau of another county as well. */
const leadsElsewhere = (): Person => {
  const lin = actor('lin')
  const post = { office: '330803-bureau', region: '330803', role: 'leader' } as const
  return { ...lin, appointments: [...lin.appointments, post] }
}
const standsIn = standingInFor('lin', 'gao')

const acts = (play: Play, by: Person, type: string, data = sample(type)): void => {
  const no = itemOf(play, 'party')?.no
  const task = Object.values(play.record().openTasks).find(({ item }) => item === no)
  play.act(by, type, data as Record<string, unknown>, { taskId: task?.id ?? '' })
}
const author = (play: Play) => play.facts.at(-1)?.actor

const asked = (): Play => {
  const play = servedPerson()
  onParty(play, ['lin', 'apply-party-deferral'])
  return play
}
/** Told of a penalty, and to be notified anew. */
const toldAnew = (): Play => {
  const play = prosecuting(matter, day, ...investigated(), ['chen', 'approve-report'])
  play.does(['lin', 'name-party'])
  onParty(
    play,
    ['lin', 'notify-party'],
    ['lin', 'serve-party-notice'],
    ['lin', 'waive-party-rights'],
    ['lin', 'notify-party-anew'],
  )
  return play
}

test('who leads another bureau lets nobody pay later, and lets nobody go who was told', () => {
  const play = asked()
  for (const type of ['grant-party-deferral', 'refuse-party-deferral'])
    expect(whyNot(() => acts(play, leadsElsewhere(), type))).toContain('局领导')
  expect(stateOf(play, 'party')).toBe('deferral-asked')
  const told = toldAnew()
  expect(whyNot(() => acts(told, leadsElsewhere(), 'drop-party'))).toContain('局领导')
  expect(stateOf(told, 'party')).toBe('named')
})

test('an officer who stands in for the leader decides it in the name of the leader', () => {
  const onBehalfOf = { id: 'gao', name: actor('gao').name, order }
  for (const type of ['grant-party-deferral', 'refuse-party-deferral']) {
    const play = asked()
    acts(play, standsIn, type)
    expect([type, author(play)]).toMatchObject([type, { id: 'lin', role: 'leader', onBehalfOf }])
  }
  const told = toldAnew()
  acts(told, standsIn, 'drop-party')
  expect(author(told)).toMatchObject({ id: 'lin', role: 'leader', onBehalfOf })
})

test('before anything was told the officers drop a person themselves', () => {
  const play = prosecuting(matter, day, ...investigated(), ['chen', 'approve-report'])
  play.does(['lin', 'name-party'])
  acts(play, standsIn, 'drop-party')
  expect(author(play)).toMatchObject({ id: 'lin', role: 'inspector' })
})

test('no officer gives up a fine by himself: the leader ends it, with papers', () => {
  const play = demanded()
  const dead = sample('end-party-enforcement')
  expect(whyNot(() => acts(play, leadsElsewhere(), 'end-party-enforcement'))).toContain('局领导')
  const bare = { ground: 'dead', findings: '无遗产' }
  expect(whyNot(() => acts(play, actor('gao'), 'end-party-enforcement', bare))).not.toBe('')
  acts(play, actor('gao'), 'end-party-enforcement', dead)
  expect(itemOf(play, 'party')).toBeUndefined()
})
