// Does each hand count once, for what it was put under, and no longer than it stands?
import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import { standing } from '../../../domain/tasks/tasks.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { playing, refusal } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const [lin, wu, chen, fang, qi] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('fang'),
  actor('qi'),
]
const grading = { grade: 'general', findings: '属实' }
const signaturesIn = (data: Record<string, unknown> | undefined) =>
  (data?.signatures as { name: string }[] | undefined)?.map(({ name }) => name)

test('taking back a co-signed act withdraws the signature of who takes it back and leaves the other standing', () => {
  const play = playing(hazardRectification, qi, reported, at)
  play.act(lin, 'verify', grading)
  play.act(wu, 'sign')
  play.act(wu, 'take-back', { reason: '再看一遍' })
  const task = play.task('verify')
  expect(task && standing(task).map(({ person }) => person)).toEqual(['lin'])
  expect(task?.signatures.map(({ person }) => person)).toEqual(['lin', 'wu'])
  expect(refusal(() => play.act(lin, 'sign')).code).toBe('not-allowed')
  play.act(wu, 'sign')
  expect(play.record().snapshot.context.verifiers).toEqual(['lin', 'wu'])
})

test('a signature under one act is not written under another: a return, a withdrawal', () => {
  const play = playing(counter, lin, { region: '330802', date: '2026-03-10' }, at)
  play.act(lin, 'finish')
  play.act(chen, 'approve', { outcome: 'yes' })
  play.act(fang, 'return', { to: 'counting', reason: '不清楚' })
  expect(signaturesIn(play.facts.at(-1)?.data)).toBe(undefined)

  const hazard = playing(hazardRectification, qi, reported, at)
  hazard.act(lin, 'verify', grading)
  hazard.act(qi, 'withdraw', { reason: '误报' })
  expect(signaturesIn(hazard.facts.at(-1)?.data)).toBe(undefined)
  expect(hazard.facts.at(-1)).toMatchObject({ type: 'withdraw', actor: { id: 'qi' } })
})

test('a returned step asks for new signatures', () => {
  const play = playing(counter, lin, { region: '330802', date: '2026-03-10' }, at)
  play.act(lin, 'finish')
  play.act(chen, 'approve', { outcome: 'yes' })
  play.act(fang, 'return', { to: 'counting', reason: '不清楚' })
  play.act(wu, 'finish')
  expect(play.task('check')).toMatchObject({ id: 'c-1:check:2', proposal: null, signatures: [] })
})

/** A step that stays where it is after two signatures: it may be done again, with two new signatures. */
const staying: ProcessDefinition = {
  ...counter,
  machine: createMachine({
    id: 'staying',
    initial: 'checking',
    states: {
      checking: {
        meta: {
          task: 'check',
          to: { role: 'section-chief', office: 'enforcement', level: 'county' },
          signers: { mode: 'all', need: 2 },
        },
        on: { approve: {} },
      },
    },
  }),
}

test('signatures that have had their effect do not count for the next one', () => {
  const play = playing(staying, lin, { region: '330802', date: '2026-03-10' }, at)
  play.act(chen, 'approve', { outcome: 'yes' })
  play.act(fang, 'sign')
  expect(play.facts.filter(({ type }) => type === 'approve')).toHaveLength(1)
  expect(play.task('check')).toMatchObject({ proposal: null, signatures: [] })
  play.act(fang, 'approve', { outcome: 'yes' })
  expect(play.facts.filter(({ type }) => type === 'approve')).toHaveLength(1)
})
