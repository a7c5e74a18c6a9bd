// How is an alarm played in memory, from its rise on?
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { stateKey } from '../../domain/model/chart.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { later } from '../../domain/time/instant.ts'
import { playing } from '../case/acting.ts'
import { author, devices } from '../support/people/cast.ts'
import { sampleIn } from '../support/processes/lines.ts'
import { samples, start } from './samples.ts'

export const sample = sampleIn(samples)
/** An act with its data, or the first lawful filling; `wait`: so many minutes pass. */
export type Line =
  | [who: 'wait', minutes: number]
  | [who: string, type: string, data?: Record<string, unknown>]

export const raising = (form: Record<string, unknown>, ...lines: Line[]) =>
  raisingAs(form, undefined, ...lines)

/** `begun`: the case as it began, where more than its form decides that. */
export const raisingAs = (
  form: Record<string, unknown>,
  begun: CaseRecord | undefined,
  ...lines: Line[]
) => {
  let now = start
  const play = playing(alarmEpisode, devices, form, start, begun)
  const does = (...more: Line[]) => {
    for (const [who, type, data] of more) {
      if (typeof type === 'number') {
        now = later(now, type * 60_000)
        play.to(now)
      } else play.act(author(who), type, data ?? sample(type) ?? {})
    }
  }
  does(...lines)
  const key = () => stateKey(play.record().snapshot.value)
  return {
    ...play,
    does,
    key,
    where: (region = 'response') =>
      key()
        .split('|')
        .find((state) => state.startsWith(`${region}.`)),
    clock: (name: string) => play.record().obligations.findLast(({ clock }) => clock === name),
    /** Who was called: by level, with whom. */
    called: () =>
      play.effects.flatMap((one) =>
        one.kind === 'notice' && one.escalationLevel
          ? [[one.escalationLevel, one.notBefore, one.groups]]
          : [],
      ),
  }
}

/** Minutes after the rise as an instant. */
export const minute = (n: number) => later(start, n * 60_000)
