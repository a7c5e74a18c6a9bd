// Do documents go out of force with the acts that made them, and does an act stay whose document the party has?
import { describe, expect, test } from 'vitest'
import { decide } from '../../domain/engine/decide.ts'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import type { KnownDocument } from '../../domain/model/document.ts'
import type { CaseRecord, NewFact } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { refusal } from '../case/acting.ts'
import { reported, samples } from '../hazard-rectification/samples.ts'
import { actor } from '../support/people/cast.ts'
import { sampleIn } from '../support/processes/lines.ts'
import { decisionContextAt, done, opened } from '../support/walks/walk.ts'

const at = '2026-03-02T01:00:00.000Z'
const [qi, mao, lin, wu] = [actor('qi'), actor('mao'), actor('lin'), actor('wu')]
const [chen, ji] = [actor('chen'), actor('ji')]
const sample = sampleIn(samples)
const order = { dueDate: '2026-03-20', requirements: '装门' }
const reason = '日期写错'

const known = (kind: string, seq: number, more: Partial<KnownDocument> = {}): KnownDocument => ({
  id: `${kind}-${seq}`,
  kind,
  version: 1,
  seq,
  title: kind,
  number: `${seq}号`,
  audience: 'party',
  state: 'issued',
  served: false,
  ...more,
})

/** A case with the documents that its acts have made. */
const playing = (graded: Record<string, unknown> = { grade: 'general', findings: '属实' }) => {
  let record: CaseRecord = done(
    process,
    done(process, opened(process, lin, reported, at), lin, 'verify', graded),
    wu,
    'sign',
  ).record
  const facts: NewFact[] = []
  const documents: KnownDocument[] = [known('registration', record.facts, { audience: 'internal' })]
  const act = (by: Actor, type: string, data: Record<string, unknown> = {}) => {
    const draft = decide(
      process,
      record,
      { type, data, taskId: null, by, ifMatch: null, occurredAt: at },
      { ...decisionContextAt(at), documents },
    )
    record = draft.record
    facts.push(...draft.facts)
    for (const fact of draft.facts.filter((one) => one.type === 'void-document'))
      for (const one of documents) if (one.id === fact.data.document) one.state = 'void'
    if (type === 'issue-order') documents.push(known('issue-order', record.facts))
  }
  return {
    act,
    documents,
    record: () => record,
    voided: () => facts.filter(({ type }) => type === 'void-document'),
  }
}
const statesOf = (documents: KnownDocument[]) =>
  documents.map(({ kind, state }) => `${kind} ${state}`)

test('a return voids what the step had made, in the record of whoever may read it, and nothing of the steps before', () => {
  const { act, documents, voided } = playing()
  act(lin, 'issue-order', { ...order, service: 'later' })
  act(lin, 'return', { to: 'handling.ordering', reason })
  expect(statesOf(documents)).toEqual(['registration issued', 'issue-order void'])
  expect(voided()).toMatchObject([
    {
      audience: 'party',
      data: { documentName: expect.stringContaining('号'), reason: { zh: expect.any(String) } },
    },
  ])
  act(lin, 'issue-order', { ...order, service: 'later' })
  expect(statesOf(documents)).toEqual([
    'registration issued',
    'issue-order void',
    'issue-order issued',
  ])
})

test('a return that has voided nothing can be taken back, one that has cannot, and says why', () => {
  const first = playing()
  first.documents.length = 0
  first.act(lin, 'return', { to: 'handling.verifying', reason })
  first.act(lin, 'take-back', { reason })
  const { act } = playing()
  act(lin, 'return', { to: 'handling.verifying', reason })
  expect(refusal(() => act(lin, 'take-back', { reason })).words).toContain('作废')
})

describe('what acts between have made, while the case is to come straight back', () => {
  const again = (data: Record<string, unknown>) => {
    const play = playing({ grade: 'major', findings: '属实', criteria: [] })
    play.act(lin, 'take-measures', { measures: 'stop-part', scope: '三车间', until: '2026-08-30' })
    play.documents.push(known('measures', play.record().facts))
    play.act(mao, 'file-plan', sample('file-plan'))
    play.act(chen, 'approve-plan', sample('approve-plan'))
    play.act(ji, 'decline-listing', { reason: '已可控' })
    play.act(lin, 'return', { to: 'handling.verifying', way: 'straight', reason })
    const waiting = statesOf(play.documents)
    play.act(lin, 'verify', { findings: '属实', ...data })
    play.act(wu, 'sign')
    return { waiting, after: statesOf(play.documents) }
  }
  test('stands when they are carried over', () => {
    const { waiting, after } = again({ grade: 'major', criteria: [] })
    expect(waiting).toEqual(['registration void', 'measures issued'])
    expect(after).toEqual(waiting)
  })
  test('is void when they are not', () => {
    expect(again({ grade: 'general' }).after).toEqual(['registration void', 'measures void'])
  })
})

describe('an order that has reached the enterprise', () => {
  const ordered = () => {
    const play = playing()
    play.act(lin, 'issue-order', order)
    return { ...play, takingBack: () => refusal(() => play.act(lin, 'take-back', { reason })) }
  }
  test.each([
    ['opened', qi, 'open-document', {}],
    ['served', chen, 'serve-document', { method: 'counter', receiver: '戚安全' }],
  ] as const)('is not taken back: %s', (_how, by, type, data) => {
    const { act, documents, takingBack } = ordered()
    act(by, type, { document: documents.at(-1)?.id, ...data })
    expect(takingBack()).toMatchObject({
      code: 'not-allowed',
      words: expect.stringMatching(/不能撤回.*另行制发文书/),
    })
  })
  test('is taken back before, and after another paper was opened', () => {
    const { act, documents, takingBack } = ordered()
    documents.push(known('extension', 2))
    act(qi, 'open-document', { document: 'extension-2' })
    expect(takingBack().code).toBe('none')
  })
})
