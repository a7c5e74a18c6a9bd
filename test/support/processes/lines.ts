// How is a case played line by line: in memory, and on the real Temporal?
import { and, eq } from 'drizzle-orm'
import { notices } from '../../../db/schema/cases/cases.ts'
import { stateKey } from '../../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import { playing } from '../../case/acting.ts'
import { author } from '../people/cast.ts'
import { untilIssued } from '../servers/issued.ts'
import type { Stage } from '../servers/stage.ts'
import type { Samples } from '../walks/walk.ts'

/** An act with its data, or with the first lawful filling; `until` lets time pass to nine in the morning of a day, `link` is another case. */
export type Line = [who: string, type: string, data?: Record<string, unknown>]
export type SampleOf = (type: string, at?: number) => Record<string, unknown>

type Form = Record<string, unknown>
const nine = (day: string): string => `${day}T01:00:00.000Z`

export const sampleIn =
  (samples: Samples): SampleOf =>
  (type, at = 0) =>
    samples[type]?.[at] as Record<string, unknown>

/** In memory: a case begun by `who` on a day, and what is asked about it. */
export const playedBy =
  (process: ProcessDefinition, who: string, sample: SampleOf) =>
  (form: Form, on: string, ...lines: Line[]) => {
    const play = playing(process, author(who), form, nine(on))
    const does = (...more: Line[]) => {
      for (const [person, type, data = sample(type) ?? {}] of more) {
        if (person === 'until') play.to(nine(type))
        else if (person === 'link') play.obey(type, data)
        else play.act(author(person), type, data)
      }
    }
    does(...lines)
    const clock = (name: string) =>
      play
        .record()
        .obligations.filter((one) => one.clock === name)
        .at(-1)
    return {
      ...play,
      does,
      where: (region: string) =>
        stateKey(play.record().snapshot.value)
          .split('|')
          .find((state) => state.startsWith(`${region}.`)),
      context: () => play.record().snapshot.context,
      clock,
      due: (name: string) => clock(name)?.due,
    }
  }

/** On the real engine: the same, with its clock moved; papers are waited for as people do. */
export const stagedBy = (stage: () => Stage, process: string, who: string, sample: SampleOf) => {
  const does = async (id: string, ...lines: Line[]): Promise<void> => {
    for (const [person, type, data = sample(type) ?? {}] of lines) {
      if (person === 'until') {
        await stage().moveTo(id, nine(type))
      } else {
        await untilIssued(stage().db, id)
        await stage().act(id, person, type, data)
      }
    }
  }
  const begun = async (form: Form, on: string, ...lines: Line[]): Promise<string> => {
    await stage().clock.setNow(nine(on))
    const id = await stage().start(process, who, form)
    await does(id, ...lines)
    return id
  }
  const recipientsOf = async (id: string, escalationLevel: string): Promise<string[]> => {
    const rows = await stage()
      .db.select()
      .from(notices)
      .where(and(eq(notices.caseId, id), eq(notices.escalationLevel, escalationLevel)))
    return rows.map(({ person }) => person).sort()
  }
  return {
    does,
    begun,
    recipientsOf,
    where: async (id: string) => stateKey((await stage().record(id)).snapshot.value),
    statusOf: (caseId: string) => stage().client.status({ caseId, process, generation: 1 }),
  }
}
