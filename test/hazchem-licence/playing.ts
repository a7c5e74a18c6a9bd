// How is an application played in memory, from its receipt on?
import { stateKey } from '../../domain/case/chart.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { playing } from '../case/acting.ts'
import { actor } from '../support/cast.ts'
import { samples } from './samples.ts'

/** An act with its data, or with the first lawful filling; `until` lets time pass to nine in the morning of a day. */
export type Line = [who: string, type: string, data?: Record<string, unknown>]

export const sample = (type: string, at = 0) => samples[type]?.[at] as Record<string, unknown>

export const applying = (form: Record<string, unknown>, on: string, ...lines: Line[]) => {
  const play = playing(hazchemLicence, actor('mao'), form, `${on}T01:00:00.000Z`)
  const does = (...more: Line[]) => {
    for (const [who, type, data = sample(type) ?? {}] of more) {
      if (who === 'until') play.to(`${type}T01:00:00.000Z`)
      else play.act(actor(who), type, data)
    }
  }
  does(...lines)
  const last = (clock: string) =>
    play
      .record()
      .obligations.filter((one) => one.clock === clock)
      .at(-1)
  return {
    ...play,
    does,
    where: (region: string) =>
      stateKey(play.record().snapshot.value)
        .split('|')
        .find((state) => state.startsWith(`${region}.`)),
    context: () => play.record().snapshot.context,
    clock: last,
    due: (clock: string) => last(clock)?.due,
  }
}

export const checked: Line[] = [
  ['shen', 'begin-site-check'],
  ['shen', 'site-check-passed'],
  ['song', 'sign', {}],
]
export const opined: Line[] = [
  ['shen', 'submit-opinion'],
  ['song', 'sign', {}],
  ['chen', 'endorse'],
]
/** Issued and served on a day. */
export const issued = (servedOn: string): Line[] => [
  ['kou', 'issue-licence'],
  ['kou', 'serve-licence', { ...sample('serve-licence'), servedOn }],
]
