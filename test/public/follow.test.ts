// What is told to somebody with number and code, whatever has been written into the case? And how plain do his pictures become?
import { describe, expect, test } from 'vitest'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { genesis, type StoredFact } from '../../domain/model/chain.ts'
import { mayStart, mayStartIn, scopeOf } from '../../domain/organisation/policy.ts'
import { followView, plainCode, plainNumber } from '../../domain/public/follow.ts'
import { publicForm, strangeNames } from '../../domain/public/form.ts'
import { publicNotice } from '../../domain/public/notice.ts'
import { timelineItem } from '../../domain/views/timeline.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { counter } from '../support/processes/counter.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const at = '2026-03-02T01:00:00.000Z'
const stranger = { kind: 'public', id: 'public-1' } as const
const events = [[process.start.type, process.start] as const, ...Object.entries(process.events)]
const canaries = (value: unknown): string[] =>
  [...new Set(JSON.stringify(value ?? null).match(/CANARY-[\w-]+/g) ?? [])].sort()

const factOf = (
  type: string,
  fields: string[],
  audience: StoredFact['audience'],
  actor: StoredFact['actor'],
): StoredFact => ({
  caseId: 'c',
  seq: 1,
  generation: 1,
  revision: 1,
  type,
  occurredAt: at,
  recordedAt: at,
  actor,
  audience,
  commandId: 'CANARY-command',
  data: Object.fromEntries([...fields, 'opinion'].map((name) => [name, `CANARY-${name}`])),
  files: { 'CANARY-file': 'CANARY-sha256' },
  before: 'handling.verifying|supervision.none',
  after: 'handling.rectifying.extension-asked|force.power-cut|supervision.red.told',
  previous: genesis('c'),
  hash: 'CANARY-hash',
})
const official = {
  kind: 'person',
  id: 'CANARY-id',
  name: 'CANARY-name',
  role: 'inspector',
  office: '330802-bureau',
} as const

const { record } = opened(
  process,
  stranger,
  { ...reported, region: '330802', contact: 'CANARY-contact' },
  at,
)

describe.each(events)('%s', (type, definition) => {
  const fact = factOf(
    type,
    definition.fields.map(({ name }) => name),
    definition.audience,
    official,
  )
  test('gives the reporter the fields meant for him and no others', () => {
    const wanted = (definition.show.reporter ?? []).map((name) => `CANARY-${name}`)
    expect(canaries(followView(process, record, [fact], decisionContextAt(at)))).toEqual(
      wanted.sort(),
    )
  })
  test('stands on the public page with its public fields, and only if it is published', () => {
    const about = {
      process: process.id,
      number: 'n',
      region: '330802',
      level: null,
      enterprise: null,
    } as const
    const visibleFields =
      definition.audience === 'public' ? definition.show.public.map((name) => `CANARY-${name}`) : []
    expect(canaries(publicNotice(process, about, fact, []))).toEqual(visibleFields.sort())
  })
})

describe('the reporter', () => {
  const answer = {
    ...factOf('answer-reporter', [], 'internal', official),
    seq: 2,
    data: { answer: '经查不属实' },
  }
  const answersBy = (type: string, data: StoredFact['data']) => {
    const later = { ...factOf(type, [], 'party', official), seq: 3, data }
    return JSON.stringify(
      followView(process, record, [answer, later], decisionContextAt(at)).answers,
    )
  }
  test('reads his answer as it was corrected', () => {
    const said = answersBy('approve-correction', {
      seq: 2,
      about: 'answer-reporter',
      fields: ['answer'],
      was: ['经查不属实'],
      is: ['经查属实，已责令整改'],
      reason: '误录',
    })
    expect(said).toContain('经查属实，已责令整改')
    expect(said).not.toContain('经查不属实')
  })
  test('reads no answer that was taken back', () => {
    expect(answersBy('take-back', { event: 'answer-reporter' })).toBe('[]')
  })
  test('reads plain words of where it stands, nothing of force, supervision or what the enterprise has asked for', () => {
    const [view] = [
      followView(process, record, [factOf('serve', [], 'party', official)], decisionContextAt(at)),
    ]
    expect(view.state.zh).toBe('已核实，企业正在整改')
    expect(JSON.stringify(view)).not.toMatch(/停止供|督办待|红牌|延期/)
  })
  test('stays out of every reader but the authorities, and the enterprise reads the same author as for an inspector', () => {
    const fields = process.start.fields.map(({ name }) => name)
    const [mine, theirs] = [{ kind: 'public' } as const, official].map((actor) =>
      factOf('report', fields, 'party', actor),
    )
    const [ofPublic, ofOfficial] = [
      timelineItem(process, mine!, 'party'),
      timelineItem(process, theirs!, 'party'),
    ]
    expect(ofPublic).toEqual(ofOfficial)
    expect(canaries(ofPublic)).not.toContain('CANARY-contact')
    expect(timelineItem(process, mine!, 'public')).toBeNull()
    expect(timelineItem(process, mine!, 'internal')?.who?.zh).toBe('公众（12350）')
  })
  test('may start what is open to everybody, in a county, for no enterprise, and reads nothing', () => {
    expect(scopeOf(stranger)).toEqual({ regions: [], caseRegions: [], owner: null, person: null })
    expect([mayStart(process, stranger), mayStart(counter, stranger)]).toEqual([true, false])
    expect(mayStartIn(process, stranger, { region: '330802', owner: null })).toBe(true)
    expect(mayStartIn(process, stranger, { region: '330800', owner: null })).toBe(false)
    expect(mayStartIn(process, stranger, { region: '330802', owner: 'e-1' })).toBe(false)
  })
  test('is asked what the process lets him say', () => {
    expect(publicForm(counter)).toBeNull()
    expect(publicForm(process)?.fields.map(({ name }) => name)).toEqual(process.start.public)
    expect(strangeNames(process, { title: '', source: '', enterprise: '' })).toEqual([
      'source',
      'enterprise',
    ])
  })
})

test('numbers and codes are understood as people type them', () => {
  for (const typed of [
    '衢柯隐患〔2026〕0012号',
    '衢柯隐患[2026]0012',
    ' 衢柯隐患（2026）0012 号',
    '衢柯隐患【2026】0012号',
    '衢柯隐患〔２０２６〕００１２号',
  ])
    expect(plainNumber(typed), typed).toBe('衢柯隐患〔2026〕0012号')
  expect(plainNumber('RECEIPT23456')).toBe('RECEIPT23456')
  for (const typed of ['ab2c d3ef', 'AB2C-D3EF', ' ａｂ２ｃｄ３ｅｆ '])
    expect(plainCode(typed), typed).toBe('AB2CD3EF')
})
