// How is an emergency played in memory, from its report on?
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { instant, later } from '../../domain/time/instant.ts'
import { playing } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { sampleIn } from '../support/processes/lines.ts'
import { samples, start } from './samples.ts'

export const sample = sampleIn(samples)
/** An act with its data, or the first lawful filling; `wait`: so many minutes pass; `at`: time passes to that moment. */
export type Line =
  | [who: 'wait', minutes: number]
  | [who: 'at', moment: string]
  | [who: string, type: string, data?: Record<string, unknown>]

/** `by`: whose desk has heard of it. */
export const emergency = (
  form: Record<string, unknown>,
  { by = 'dan', from = start }: { by?: string; from?: string },
  ...lines: Line[]
) => {
  let now = instant(from)
  const play = playing(emergencyResponse, actor(by), form, now)
  const does = (...more: Line[]) => {
    for (const [who, type, data] of more) {
      if (typeof type === 'number' || who === 'at') {
        now = typeof type === 'number' ? later(now, type * 60_000) : instant(type)
        play.to(now)
      } else play.act(actor(who), type, data ?? sample(type) ?? {})
    }
  }
  does(...lines)
  const clock = (name: string) => play.record().obligations.findLast((one) => one.clock === name)
  return {
    ...play,
    does,
    where: (region: string) =>
      stateKey(play.record().snapshot.value)
        .split('|')
        .find((state) => state.startsWith(`${region}.`)),
    context: () => play.record().snapshot.context,
    clock,
    /** The end of a period as the clocks on the walls of the city show it. */
    dueAt: (name: string) => wall(clock(name)?.dueAt),
    due: (name: string) => clock(name)?.due,
    /** Whom the notices of an act or the end of a period went to. */
    notified: (about: string) =>
      play.effects.flatMap((one) =>
        one.kind === 'notice' && (one.about === about || one.obligation?.startsWith(`${about}:`))
          ? one.groups
          : [],
      ),
  }
}

const wall = (at: string | undefined): string | undefined =>
  at &&
  later(at, 8 * 3_600_000)
    .slice(0, 16)
    .replace('T', ' ')
