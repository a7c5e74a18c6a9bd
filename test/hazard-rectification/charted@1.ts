// Which hazards are played through the first chart?
import { expect } from 'vitest'
import { initialTransition, transition } from 'xstate'
import { machine1 as machine } from '../../domain/hazard-rectification/statechart@1.ts'
import { persist, restore, stateKey } from '../../domain/model/chart.ts'
import type { CaseEvent } from '../../domain/model/process.ts'
import type { Snapshot } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'

export const person = (name: string, enterprise: string | null = null): Actor => ({
  kind: 'person',
  id: name,
  name,
  enterprise,
  appointments: [],
})
export const people = {
  safety: person('safety', 'works'),
  principal: person('principal', 'works'),
  anna: person('anna'),
  bao: person('bao'),
  chief: person('chief'),
  city: person('city'),
  clock: { kind: 'clock' } as Actor,
}
export type Name = keyof typeof people

export const hands = ['anna', 'bao'].map((name) => ({
  person: name,
  name,
  at: '2026-03-02T01:00:00.000Z',
  opinion: null,
}))
export const act = (by: Name, type: string, data: Record<string, unknown> = {}): CaseEvent => ({
  type,
  data,
  by: people[by],
  at: '2026-03-02T01:00:00.000Z',
  signatures: type === 'verify' || type === 'reject' ? hands : [],
})

export const report = act('safety', 'report', { title: '配电箱无门', site: '一车间' })
export const opened = (): Snapshot => persist(initialTransition(machine, report)[0])

/** Every act goes through stored JSON, as in the product, and must be accepted. */
export const caseAfter = (...acts: CaseEvent[]): Snapshot =>
  acts.reduce((snapshot, one) => {
    const live = restore(machine, snapshot)
    expect(live.can(one), `${one.type} in ${stateKey(snapshot.value)}`).toBe(true)
    return persist(transition(machine, live as never, one as never)[0])
  }, opened())

export const verify = act('anna', 'verify', { grade: 'major' })
export const order = act('anna', 'issue-order', { dueDate: '2026-03-20' })
export const overdue = act('clock', 'rectification-overdue')
export const red = act('clock', 'supervise-red')
export const city = act('clock', 'supervise-city')
export const province = act('clock', 'supervise-province')
export const reportRectified = act('principal', 'report-rectified', { description: '已装门' })
export const fail = act('bao', 're-check-failed', { reasons: '未上锁', dueDate: '2026-04-01' })
export const pass = act('bao', 're-check-passed', { findings: '合格' })
export const writeOff = act('chief', 'write-off', { publicSummary: '已核销' })
