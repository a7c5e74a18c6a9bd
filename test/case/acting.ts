// How does a test act on a case in memory and keep what was said of it?
import type { Actor } from '../../domain/case/actor.ts'
import { applyDue, decide, nextDue } from '../../domain/case/decide.ts'
import type { Draft } from '../../domain/case/draft.ts'
import type { ProcessDefinition } from '../../domain/case/process.ts'
import type { CaseRecord, NewEffect, NewFact } from '../../domain/case/record.ts'
import { begin } from '../../domain/case/step.ts'
import type { World } from '../../domain/case/world.ts'
import { worldAt } from '../support/walk.ts'

type Given = { taskId?: string; occurredAt?: string; lookedUp?: World['lookedUp'] }

/** A case with everything that was said and wished since it was opened; it moves as `advance` would move it. */
export const playing = (process: ProcessDefinition, by: Actor, data: Record<string, unknown>, at: string, given?: CaseRecord) => {
  let now = at
  const event = { type: process.start.type, data, by, at, signatures: [] }
  let record = given ?? begin(process, { id: 'c-1', number: '试1号' }, event, worldAt(at)).record
  const facts: NewFact[] = []
  const effects: NewEffect[] = []
  const keep = (draft: Draft): CaseRecord => {
    record = draft.record
    facts.push(...draft.facts)
    effects.push(...draft.effects)
    return record
  }
  const catchUp = (until: string) => {
    for (let item = nextDue(record, worldAt(until)); item; item = nextDue(record, worldAt(until)))
      keep(applyDue(process, record, item, worldAt(now)))
  }
  return {
    facts,
    effects,
    calendars: worldAt(at).calendars,
    record: () => record,
    task: (name: string) => Object.values(record.desk).find(({ task }) => task === name),
    to: (at: string) => {
      now = at
      catchUp(at)
    },
    act: (person: Actor, type: string, data: Record<string, unknown> = {}, { taskId, occurredAt, lookedUp }: Given = {}) => {
      const world = { ...worldAt(now), ...(lookedUp ? { lookedUp } : {}) }
      const command = { type, data, taskId: taskId ?? null, by: person, ifMatch: null, occurredAt: occurredAt ?? now }
      keep(decide(process, record, command, world))
      catchUp(now)
      return record
    },
  }
}

export const refusal = (wanted: () => unknown): { code: string; words: string } => {
  try {
    wanted()
  } catch (error) {
    const { code = 'thrown', reasons = [] } = error as { code?: string; reasons?: { zh: string }[] }
    return { code, words: reasons.map(({ zh }) => zh).join('；') }
  }
  return { code: 'none', words: '' }
}
