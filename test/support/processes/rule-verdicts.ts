// How is a rule of a chart asked, and what is it to answer whoever asks?
import { expect } from 'vitest'
import { transitionsOf } from '../../../domain/model/chart.ts'
import type { CaseEvent, Rule } from '../../../domain/model/process.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'

/** Somebody without any post. */
export const anybody = (id: string): Actor => ({
  kind: 'person',
  id,
  name: id,
  enterprise: null,
  appointments: [],
})

export const eventBy = (
  by: Actor,
  data: Record<string, unknown> = {},
  at = '2026-03-02T01:00:00.000Z',
): CaseEvent => ({ type: 'any', data, by, at, signatures: [] })

/** A refusal says why, in both languages. */
export const reason = { zh: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) }

/** "May I at all?", without data: yes or a reason, for these people and for no person, with each past. */
export const expectAnswers = <Context>(
  rule: Rule<Context>,
  { people, pasts, to }: { people: string[]; pasts: Context[]; to: string },
): void => {
  for (const by of [...people.map(anybody), { kind: 'clock' }, { kind: 'system' }] as Actor[])
    for (const context of pasts)
      for (const params of [undefined, {}, { to }]) {
        const verdict = rule({ context, event: eventBy(by) }, params)
        if (verdict !== true) expect(verdict).toEqual(reason)
      }
}

/** Every guard of these charts is a rule, and every rule guards some transition. */
export const expectGuards = (
  rules: object,
  ...machines: Parameters<typeof transitionsOf>[0][]
): void => {
  const used = new Set(machines.flatMap(transitionsOf).flatMap(({ guard }) => guard?.name ?? []))
  expect([...used].sort()).toEqual(Object.keys(rules).sort())
}
