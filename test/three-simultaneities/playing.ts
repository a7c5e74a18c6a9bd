// How is a project played in memory, from its registration on?
import { stateKey } from '../../domain/case/chart.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { playing } from '../case/acting.ts'
import { actor } from '../support/cast.ts'
import { hazchem, samples } from './samples.ts'

/** An act with its data, or with the first lawful filling; `until` lets time pass to nine in the morning of a day. */
export type Line = [who: string, type: string, data?: Record<string, unknown>]

export const sample = (type: string, at = 0) => samples[type]?.[at] as Record<string, unknown>

export const registering = (form: Record<string, unknown>, on: string, ...lines: Line[]) => {
  const play = playing(threeSimultaneities, actor('mao'), form, `${on}T01:00:00.000Z`)
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

/** Looked at by two on site, their opinion endorsed. */
export const reviewed: Line[] = [
  ['shen', 'begin-site-check'],
  ['shen', 'site-check-passed'],
  ['song', 'sign', {}],
  ['shen', 'submit-opinion'],
  ['song', 'sign', {}],
  ['chen', 'endorse'],
]
export const applied = (what: string): Line[] => [
  ['mao', what],
  ['kou', 'accept'],
]
export const served = (servedOn: string): Line[] => [['kou', 'serve-approval', { ...sample('serve-approval'), servedOn }]]
/** Drawings judged without the site, the opinion endorsed. */
export const onPaper: Line[] = [['shen', 'waive-site-check'], ...reviewed.slice(3)]

/** A hazchem project whose conditions were passed on a day. */
export const passed = (day: string) =>
  registering(hazchem, day, ...applied('apply-conditions'), ...reviewed, ['gao', 'pass-conditions'], ...served(day))
