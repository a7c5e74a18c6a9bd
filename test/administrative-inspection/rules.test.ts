// What is refused of an inspection, and does each refusal say why?
import { describe, expect, it } from 'vitest'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { text } from '../../domain/language/words.ts'
import { amountsWith } from '../../domain/law/amounts/book.ts'
import { refusal } from '../case/acting.ts'
import type { Line } from '../support/processes/lines.ts'
import { begun, day, matter, recorded, sample, tip, visiting } from './samples.ts'

describe('a record', () => {
  const record = (change: object) =>
    refusal(() =>
      visiting(matter, day, ...begun, [
        'lin',
        'record-inspection',
        { ...sample('record-inspection'), ...change },
      ]),
    ).words

  it('with a finding has photos', () => {
    expect(record({ photos: undefined })).toContain('须附现场照片')
  })

  it('answers every question that is asked, and no other', () => {
    expect(record({ warningSigns: undefined })).toContain('必须填写')
    expect(record({ responsibility: 'none' })).toContain('不需要填写')
  })

  it('names two certificates', () => {
    expect(record({ certificates: ['浙执001'] })).toContain('不得少于两人')
  })

  it('that nobody signs for the enterprise names a witness', () => {
    expect(record({ signature: 'refused' })).toContain('必须填写')
  })
})

describe('who was at the door', () => {
  const drawn = {
    ...matter,
    ground: 'drawn',
    draw: 'd-1',
    drawnOfficers: ['浙执001', '浙执002'],
  }
  const recordOf = (change: object, form: object = matter, type = 'record-inspection') =>
    visiting(
      { ...form },
      day,
      ...begun,
      ['lin', type, { ...(sample(type, 2) ?? sample(type)), ...change }],
      ['wu', 'sign'],
    ).record().snapshot.value

  it.each([
    ['record-inspection', matter],
    ['record-inspection', drawn],
    ['end-visit', matter],
    ['report-obstruction', matter],
  ])('writes the %s, and nobody else does', (type, form) => {
    const others = { certificates: ['浙执008', '浙执009'], joinedLater: '轮班' }
    expect(refusal(() => recordOf(others, form, type)).words).toContain('浙执001、浙执002')
  })

  it('is joined by others who say why', () => {
    const certificates = ['浙执001', '浙执009']
    expect(refusal(() => recordOf({ certificates })).words).toContain('浙执009未在检查开始时出示')
    expect(recordOf({ certificates, joinedLater: '吴检查因病离开' })).toBe('concluding')
  })
})

it('nobody is visited whose officers show nothing', () => {
  const lines = begun.slice(0, 2)
  const hidden = { ...sample('begin-inspection'), identityShown: false }
  expect(
    refusal(() => visiting(matter, day, ...lines, ['lin', 'begin-inspection', hidden])).words,
  ).toContain('有权拒绝检查')
})

it.each(['2026-03-02', '2027-03-05'])('nothing is ordered by %s', (correctBy) => {
  const order = { ...sample('order-correction'), correctBy }
  expect(
    refusal(() => visiting(matter, day, ...recorded(), ['lin', 'order-correction', order])).words,
  ).toContain('一年以内')
})

it.each([
  [{ ground: 'drawn' }, '抽取结果'],
  [{ plannedOn: '2026-03-01' }, '不得早于今日'],
  [{ enterprise: undefined }, '请选择企业'],
])('a plan that says %o is refused', (change, words) => {
  expect(refusal(() => visiting({ ...matter, ...change }, day)).words).toContain(words)
})

describe('who was told a day', () => {
  const told: Line[] = [
    ...begun.slice(0, 1),
    ['lin', 'issue-notice', { ...sample('issue-notice'), plannedOn: '2026-03-06' }],
  ]
  const comes = (on: string, form: object = matter) =>
    visiting({ ...form }, day, ...told, ['until', on], ['lin', 'begin-inspection'])

  it.each(['2026-03-05', '2026-03-07'])('is not visited on %s instead', (on) => {
    expect(refusal(() => comes(on)).words).toContain('已通知企业的检查日期为2026-03-06')
  })

  it('is visited on that day, and on another one when he has been told it', () => {
    expect(comes('2026-03-06').context()).toMatchObject({ begunOn: '2026-03-06' })
    const changed: Line[] = [...told, ['until', '2026-03-07'], ['lin', 'change-notice']]
    const play = visiting(matter, day, ...changed)
    expect(refusal(() => play.does(['lin', 'begin-inspection'])).words).toContain('2026-03-09')
    play.does(['until', '2026-03-09'], ['lin', 'begin-inspection'])
    expect(play.context()).toMatchObject({ begunOn: '2026-03-09' })
  })

  it('after a report is visited when it must be', () => {
    expect(() => comes('2026-03-05', tip)).not.toThrow()
  })
})

it('a visit is put forward as well as off, and counted to its new day', () => {
  const [approved] = begun
  const moved = { plannedOn: '2026-03-04', reason: '企业申请提前' }
  const notice = { ...sample('issue-notice'), plannedOn: '2026-03-03' }
  const play = visiting(
    matter,
    day,
    approved as (typeof begun)[number],
    ['lin', 'reschedule', moved],
    ['lin', 'issue-notice', notice],
  )
  const [visit] = play.record().obligations
  expect([visit?.due, play.record().snapshot.context.plannedOn]).toEqual([
    '2026-03-03',
    '2026-03-03',
  ])
})

describe('how often in a year', () => {
  const held = [0, 1].map(() => visiting(matter, day, ...recorded(2)).record())
  const approvedCap = (visits: string, confidence: 'V' | 'M' = 'V') =>
    amountsWith([
      {
        id: 'c1',
        entry: {
          kind: 'amount',
          amount: 'inspection-frequency.visits',
          region: null,
          from: '2026-01-01',
          values: [visits],
          norm: text('本市公布', 'published here'),
          article: text('衢应急〔2026〕1号', 'Quzhou [2026] No. 1'),
          confidence,
          source: '公告',
          running: null,
        },
      },
    ])
  const asked = (change: object, amounts = approvedCap('2')) =>
    administrativeInspection.frequency
      ?.refuses(held, { data: { ...matter, ...change }, at: `${day}T01:00:00.000Z`, amounts })
      .map(({ zh }) => zh)

  it('one visit more than is published is refused, and the earlier ones are named', () => {
    expect(asked({})).toEqual([
      expect.stringContaining('年度检查频次上限为2次，本年度已安排2次'),
      `已安排：试1号，${day}`,
      `已安排：试1号，${day}`,
    ])
  })

  it.each([
    ['a report', { ground: 'tip' }, undefined],
    ['another year', { plannedOn: '2027-01-04' }, undefined],
    ['a higher number', {}, '3'],
  ])('%s is not refused', (_, change, visits) => {
    expect(asked(change, approvedCap(visits ?? '2'))).toEqual([])
  })

  it('a visit stays in the year for which it was counted, put off, announced or announced anew', () => {
    const [approved] = begun
    const nextYear = { ...matter, plannedOn: '2027-01-04' }
    const ways = ['reschedule', 'issue-notice', 'change-notice'].map((type) => {
      const told = ['lin', 'issue-notice', { ...sample('issue-notice'), plannedOn: '2027-01-04' }]
      const before = type === 'change-notice' ? [approved, told] : [approved]
      const to2026 = { ...sample(type), plannedOn: '2026-03-09' }
      return [...before, ['lin', type, to2026]] as typeof begun
    })
    for (const lines of ways)
      expect(refusal(() => visiting(nextYear, day, ...lines)).words).toContain('取消后重新登记')
    const report = { ...nextYear, ground: 'tip', reason: '举报' }
    for (const lines of ways) expect(() => visiting(report, day, ...lines)).not.toThrow()
  })

  it('one that was begun and could not be made does not count', () => {
    for (const type of ['end-visit', 'report-obstruction']) {
      const ended = visiting(matter, day, ...begun, ['lin', type], ['wu', 'sign']).record()
      const asks = { data: matter, at: `${day}T01:00:00.000Z`, amounts: approvedCap('1') }
      expect(administrativeInspection.frequency?.refuses([ended], asks)).toEqual([])
    }
  })

  it('a number that nobody has checked refuses nobody, nor does none at all', () => {
    expect(asked({}, approvedCap('2', 'M'))).toEqual([])
    expect(asked({}, amountsWith([]))).toEqual([])
  })
})
