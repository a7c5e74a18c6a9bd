// Does the enterprise read on its page which counsels stand for it now, and no others?
import { expect, test } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import type { StoredFact } from '../../../domain/model/chain.ts'
import { timelineItem } from '../../../domain/views/timeline.ts'
import { counselsOf } from '../../../ui/enforcement-case/counsels-now.ts'
import { sample } from '../samples.ts'

const kind = 'enterprise-counsel'
const fact = (type: string, nth: number, data: object = {}): StoredFact =>
  ({
    seq: nth,
    type,
    actor: { kind: 'person', id: 'mao' },
    audience: 'party',
    data: { ...data, item: nth, itemKind: kind, itemNth: nth },
    occurredAt: '2026-03-02T01:00:00.000Z',
    recordedAt: '2026-03-02T01:00:00.000Z',
    before: null,
    after: null,
    hash: '',
  }) as unknown as StoredFact
const named = (nth: number, agentName: string) =>
  fact(`name-${kind}`, nth, { ...sample(`name-${kind}`), agentName })
const read = (...facts: StoredFact[]) =>
  counselsOf(facts.flatMap((one) => timelineItem(enforcementCase, one, 'party') ?? []))

test('who was accepted is told from who is still examined', () => {
  const [first, second] = read(named(1, '李律师'), named(2, '王律师'), fact(`accept-${kind}`, 1))
  expect(first?.label.zh).toBe('李律师')
  expect(first?.value.zh).toContain('已核对同意')
  expect(first?.value.zh).toContain('特别授权')
  expect(first?.value.zh).toContain('2027-03-01')
  expect([second?.label.zh, second?.value.zh.includes('待核对')]).toEqual(['王律师', true])
})

test('who was refused, withdrawn or whose days are over stands there no more', () => {
  for (const end of [`refuse-${kind}`, `withdraw-${kind}`, `${kind}-lapsed`])
    expect(read(named(1, '李律师'), fact(`accept-${kind}`, 1), fact(end, 1)), end).toEqual([])
})
