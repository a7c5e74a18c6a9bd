// How is a performance agreement brought on in memory, on the small case whose demand has run out?
import { surchargeOwed } from '../../../domain/enforcement-case/memory/owing.ts'
import { remembered } from '../../../domain/enforcement-case/memory/penalties.ts'
import { stateKey } from '../../../domain/model/chart.ts'
import { refusal } from '../../case/acting.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, demanded, matter, prosecuting, sample } from '../samples.ts'
import { reduced } from './agreement-samples.ts'

export const inArrears = (...lines: Line[]) =>
  prosecuting(matter, day, ...decided, ...demanded, ...lines)
export type Play = ReturnType<typeof inArrears>

const taskOf = (play: Play): string =>
  Object.values(play.record().openTasks).find(({ item }) => item !== undefined)?.id ?? ''

/** An act on the agreement that is open. */
export const acts = (play: Play, who: string, type: string, data: object = sample(type)): void => {
  play.act(author(who), type, data as Record<string, unknown>, { taskId: taskOf(play) })
}

/** Why it is refused; '': it is not. */
export const whyNot = (play: Play, who: string, type: string, data?: object): string =>
  refusal(() => acts(play, who, type, data)).words

export const whyNotProposed = (play: Play, data: object = {}, who = 'lin'): string =>
  refusal(() => play.does([who, 'propose-agreement', { ...reduced, ...data }])).words

export const proposed = (data: object = {}, ...lines: Line[]): Play =>
  inArrears(...lines, ['lin', 'propose-agreement', { ...reduced, ...data }])

/** Approved by the leader and signed by both on 2026-04-02. */
export const agreed = (data: object = {}): Play => {
  const play = proposed(data)
  acts(play, 'gao', 'approve-agreement')
  acts(play, 'lin', 'conclude-agreement')
  return play
}

export const agreementIn = (play: Play) =>
  Object.values(play.record().items ?? {}).find(({ kind }) => kind === 'agreement')

/** Where the agreement stands; '': there is none. */
export const agreementState = (play: Play): string =>
  stateKey(agreementIn(play)?.snapshot.value ?? '')

/** Why an act of the case is refused; '': it is not. */
export const whyNotDone = (play: Play, line: Line): string => refusal(() => play.does(line)).words

/** The surcharge owed on a day, in yuan. */
export const owedOn = (play: Play, on: string): number =>
  surchargeOwed(remembered(play.context()), on, {})

export const inStages = (...rows: [until: string, fine: number, surcharge?: number][]) =>
  rows.map(([until, fine, surcharge]) => ({ until, fine, ...(surcharge ? { surcharge } : {}) }))
