// Who may add a recording of enforcement to a case of any process that keeps them?
import { describe, expect, test } from 'vitest'
import { judgeRecording, offerRecording } from '../../../domain/engine/judging/recording.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import type { Appointment, Person } from '../../../domain/organisation/actor.ts'
import { processes } from '../../../domain/processes.ts'

const person = (id: string, ...held: Partial<Appointment>[]): Person => ({
  kind: 'person',
  id,
  name: id,
  enterprise: null,
  appointments: held.map((one) => ({
    office: '330802-enforcement',
    role: 'inspector',
    region: '330802',
    ...one,
  })) as Appointment[],
})
const lin = person('lin', {})
const jiang = person('jiang', { office: '330881-enforcement', region: '330881' })
const qi: Person = {
  ...person('qi', { office: 'enterprise:e-1', role: 'enterprise-safety' }),
  enterprise: 'e-1',
}
const record = (more: Partial<CaseRecord> = {}): CaseRecord =>
  ({
    status: 'open',
    facts: 5,
    trail: [],
    openTasks: {
      one: {
        groups: ['330802-enforcement/inspector', 'enterprise:e-1/enterprise-safety'],
        assignee: null,
      },
    },
    ...more,
  }) as unknown as CaseRecord

const keeping = Object.values(processes).filter(({ recordings }) => recordings)

test('inspections, penalties and hazards keep recordings, and each says for how long', () => {
  expect(keeping.map(({ id }) => id).sort()).toEqual([
    'administrative-inspection',
    'enforcement-case',
    'hazard-rectification',
  ])
  for (const { recordings } of keeping) expect(recordings?.retention.source.zh).toMatch(/^暂定/)
})

describe.each(keeping.map((one) => [one.id, one] as const))('%s', (_, process) => {
  const codeFor = (who: Person, more: Partial<CaseRecord> = {}) => {
    const offered = offerRecording(process, record(more), who)
    return offered.allowed ? 'allowed' : offered.code
  }
  test('whom a task waits for adds one, and who has moved it on or signed', () => {
    expect(codeFor(lin)).toBe('allowed')
    const trail = (by: string, signed: string) =>
      [{ by: { id: by }, signatures: [{ person: signed }] }] as unknown as NonNullable<
        CaseRecord['trail']
      >
    const elsewhere = { openTasks: {} }
    expect(codeFor(lin, elsewhere)).toBe('not-allowed')
    expect(codeFor(lin, { ...elsewhere, trail: trail('lin', 'wu') })).toBe('allowed')
    expect(codeFor(lin, { ...elsewhere, trail: trail('wu', 'lin') })).toBe('allowed')
  })
  test('nobody of another county or of an enterprise, and nobody once it is closed', () => {
    expect(codeFor(jiang)).toBe('not-allowed')
    expect(codeFor(qi)).toBe('not-allowed')
    expect(codeFor(lin, { status: 'closed' })).toBe('case-closed')
  })
  test('what is said of it is whole, and names a record that is there', () => {
    const data = {
      recording: ['00000000-0000-4000-8000-000000000001'],
      kind: 'video',
      name: '现场.mp4',
      device: 'A-07',
      from: '2026-03-02T01:00:00.000Z',
      to: '2026-03-02T01:10:00.000Z',
      bytes: 5,
      sha256: 'a'.repeat(64),
    }
    const judged = (more: object) => {
      const act = { type: 'attach-recording', data: { ...data, ...more }, taskId: null }
      const verdict = judgeRecording(process, record(), lin, act)
      return verdict.allowed ? 'allowed' : verdict.code
    }
    expect(judged({})).toBe('allowed')
    expect(judged({ about: 5, seconds: 600 })).toBe('allowed')
    for (const more of [
      { about: 6 },
      { about: 0 },
      { sha256: 'x' },
      { recording: [] },
      { other: 1 },
    ])
      expect(judged(more), JSON.stringify(more)).toBe('invalid-input')
  })
})

test('a process that keeps none knows no such act', () => {
  const licence = processes['hazchem-licence']
  if (!licence) throw new Error('no licence')
  const offered = offerRecording(licence, record(), lin)
  expect(offered.allowed || offered.code).toBe('unknown-act')
})
