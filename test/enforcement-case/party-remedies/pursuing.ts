// How does a person who is punished beside his enterprise come to be served, and to fight over it, in memory?
import { stateKey } from '../../../domain/model/chart.ts'
import type { CaseItem } from '../../../domain/model/record.ts'
import { refusal } from '../../case/acting.ts'
import { author } from '../../support/people/cast.ts'
import { day, investigated, matter, prosecuting, sample } from '../samples.ts'

export type Play = ReturnType<typeof prosecuting>
type Kind = 'party' | 'party-remedy' | 'party-agreement' | 'measure'
export type Step = [who: string, type: string, data?: object]

export const itemOf = (play: Play, kind: Kind): CaseItem | undefined =>
  Object.values(play.record().items ?? {}).find((one) => one.kind === kind)

/** ''. There is none that is open. */
export const stateOf = (play: Play, kind: Kind): string =>
  stateKey(itemOf(play, kind)?.snapshot.value ?? '')

/** What the party remembers. */
export const contextOf = (play: Play, kind: Kind = 'party'): Record<string, unknown> =>
  itemOf(play, kind)?.snapshot.context ?? {}

export const clockOf = (play: Play, name: string) =>
  play.record().obligations.find(({ clock }) => clock === name)

/** Acts on the one open item of a kind. */
export const actsOn =
  (kind: Kind) =>
  (play: Play, ...steps: Step[]): void => {
    for (const [who, type, data = sample(type)] of steps) {
      const no = itemOf(play, kind)?.no
      const task = Object.values(play.record().openTasks).find(({ item }) => item === no)
      play.act(author(who), type, data as Record<string, unknown>, { taskId: task?.id ?? '' })
    }
  }
export const onParty = actsOn('party')
export const onRemedy = actsOn('party-remedy')
export const onMeasure = actsOn('measure')

/** Why the last of these is refused; '': it is not. */
export const whyNot = (work: () => void): string => refusal(work).words

/** A principal on whom nothing was served yet. */
export const decidedOn = (): Play => {
  const play = prosecuting(matter, day, ...investigated(), ['chen', 'approve-report'])
  play.does(['lin', 'name-party'])
  onParty(
    play,
    ['lin', 'notify-party'],
    ['lin', 'serve-party-notice'],
    ['lin', 'waive-party-rights'],
    ['lin', 'weigh-party-defence'],
    ['gao', 'decide-party-penalty'],
  )
  return play
}

/** He owes 8,000 yuan from 2026-03-02 on. */
export const servedPerson = (): Play => {
  const play = decidedOn()
  onParty(play, ['lin', 'serve-party-decision'])
  return play
}

/** Overdue from 2026-03-18 on, demanded on that day. */
export const demanded = (): Play => {
  const play = servedPerson()
  play.does(['until', '2026-03-18'])
  onParty(play, ['lin', 'demand-party'], ['lin', 'serve-party-demand'])
  return play
}

/** The court was asked to enforce against him, on the first day for it; by then the surcharge has come to the fine. */
export const beforeCourt = (): Play => {
  const play = demanded()
  play.does(['until', '2026-09-03'])
  onParty(play, ['gao', 'apply-party-court'])
  return play
}

export const seeks = (play: Play, data: object = {}): void => {
  play.does(['fa', 'receive-party-remedy', { ...sample('receive-party-remedy'), ...data }])
}
