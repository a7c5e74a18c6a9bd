// Does a lot draw whom it must, all equally likely, and does a program that shares nothing with ours draw the same?
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  answersNow,
  commitment,
  type Draw,
  type DrawStep,
  lotOf,
  newDay,
  phaseOf,
  recordOf,
  recusal,
  reveal,
  visitsNow,
  wantsNewDay,
} from '../../domain/drawing/draw.ts'
import { commitmentTo, visitsOf } from '../../domain/drawing/lot.ts'
import { inOrder, type Pool, poolHash } from '../../domain/drawing/pool.ts'
import { drawn, streamOf } from '../../domain/drawing/stream.ts'
import { refusal } from '../case/acting.ts'

const platform = 'c'.repeat(64)
const poolOf = (objects: number, count: number, officers = 5): Pool =>
  inOrder({
    algorithm: 'hmac-sha256-fisher-yates-2',
    draw: 'd-1',
    platform: commitmentTo('d-1', 'platform', platform),
    process: 'inspection',
    region: '330802',
    answers: { title: '年度抽查', plannedOn: '2026-03-06' },
    count,
    officersEach: 2,
    objects: Array.from({ length: objects }, (_, at) => ({
      id: `e${String(at).padStart(6, '0')}`,
      code: `91330802${at}`,
      name: `恒力化工${at}厂🏭`,
    })),
    officers: Array.from({ length: officers }, (_, at) => ({
      certificate: `浙柯执法000${at}`,
      holder: `检查员${at}`,
      until: '2026-12-31',
    })),
  })

const at = '2026-03-02T01:00:00.000Z'
const people = { one: 'a'.repeat(64), two: 'b'.repeat(64) }

const frozen = (pool: Pool): Draw => ({
  id: pool.draw,
  pool,
  poolSha256: poolHash(pool),
  steps: [],
})
const add = (draw: Draw, person: string, kind: DrawStep['kind'], data: object): void => {
  draw.steps.push({ seq: draw.steps.length + 1, person, name: person, at, kind, data } as DrawStep)
}

/** Bound, said and drawn. */
const played = (pool: Pool): Draw => {
  const draw = frozen(pool)
  for (const [person, secret] of Object.entries(people))
    add(draw, person, 'commitment', commitment(draw, person, commitmentTo(draw.id, person, secret)))
  for (const [person, secret] of Object.entries(people))
    add(draw, person, 'reveal', reveal(draw, person, secret))
  add(draw, 'two', 'drawn', lotOf(draw, platform) ?? {})
  return draw
}

const elsewhere = (record: unknown): [number, string] => {
  const file = join(mkdtempSync(join(tmpdir(), 'draw-')), 'record.json')
  writeFileSync(file, JSON.stringify(record))
  try {
    return [0, execFileSync('python3', ['test/drawing/repeat.py', file], { encoding: 'utf8' })]
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return [status, stdout]
  }
}

describe('a lot', () => {
  it('names each enterprise at most once and two different officers for each', () => {
    const visits = visitsNow(played(poolOf(200, 50)))
    expect(new Set(visits.map(({ object }) => object)).size).toBe(50)
    for (const { officers } of visits) expect(new Set(officers).size).toBe(2)
  })

  it('has everybody once, by the certificate that lasts longest, so that two people go', () => {
    const held = ['甲 张三 2026-06-30', '乙 李四 2026-12-31', '丙 张三 2027-06-30']
    const officers = held.map((one) => {
      const [certificate = '', holder = '', until = ''] = one.split(' ')
      return { certificate, holder, until }
    })
    const pool = inOrder({ ...poolOf(40, 20), officers })
    expect(pool.officers.map(({ certificate }) => certificate)).toEqual(['丙', '乙'])
    for (const visit of visitsOf(pool, 'ab'.repeat(32)))
      expect([...visit.officers].sort()).toEqual(['丙', '乙'])
  })

  it('has two of one name twice where each has a number of his own, and once where one has none', () => {
    const of = (...held: [string, string, string?][]) => {
      const officers = held.map(([certificate, holder, staff]) => ({
        certificate,
        holder,
        until: '2026-12-31',
        ...(staff === undefined ? {} : { staff }),
      }))
      return inOrder({ ...poolOf(4, 2), officers })
    }
    const names = (pool: Pool) => pool.officers.map(({ certificate }) => certificate)
    const two = of(['甲', '张伟', '0012'], ['乙', '张 伟', '0047'])
    expect(names(two)).toEqual(['乙', '甲'])
    expect(names(of(['甲', '张伟', '0012'], ['乙', '张 伟'], ['丙', '李四']))).toHaveLength(2)
    expect(names(of(['甲', '张伟', '0012'], ['乙', '张伟', '00 12'], ['丙', '李四']))).toHaveLength(
      2,
    )
    expect(elsewhere(recordOf(played(two)))).toEqual([0, 'the draw is as recorded\n'])
    const [first, second] = two.officers
    for (const staff of ['', first?.staff ?? '']) {
      const pool = { ...two, officers: [first, { ...second, staff }] } as Pool
      expect(elsewhere(recordOf(played(pool)))).toEqual([
        1,
        expect.stringContaining('two certificates'),
      ])
    }
  })

  it('draws sixty thousand of sixty thousand', () => {
    const draw = frozen(poolOf(60_000, 60_000, 9))
    for (const [person, secret] of Object.entries(people)) {
      add(draw, person, 'commitment', { hash: commitmentTo(draw.id, person, secret) })
      add(draw, person, 'reveal', { secret })
    }
    expect(lotOf(draw, platform)?.visits).toHaveLength(60_000)
  })

  it('draws everybody about as often', () => {
    const counts = new Map<number, number>()
    for (let nth = 0; nth < 6_000; nth += 1) {
      const [first = -1] = drawn([0, 1, 2, 3, 4, 5], 1, streamOf('ab'.repeat(32), `test/${nth}`))
      counts.set(first, (counts.get(first) ?? 0) + 1)
    }
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - 1_000) ** 2 / 1_000, 0)
    // 99.9 % of fair draws lie below, with five degrees of freedom.
    expect(chi).toBeLessThan(20.5)
  })
})

describe('the seed', () => {
  const hash = commitmentTo('d-1', 'one', people.one)

  it('is nobody’s alone: two people bind themselves before either says his secret', () => {
    const draw = frozen(poolOf(10, 2))
    add(draw, 'one', 'commitment', commitment(draw, 'one', hash))
    expect(refusal(() => commitment(draw, 'one', hash)).words).toContain('另一人')
    expect(refusal(() => reveal(draw, 'one', people.one)).words).toContain('两人提交承诺值后')
    add(draw, 'two', 'commitment', commitment(draw, 'two', 'f'.repeat(64)))
    expect(refusal(() => commitment(draw, 'three', hash)).words).toContain('两人已提交')
    expect(refusal(() => reveal(draw, 'three', people.one)).words).toContain('没有提交')
    expect(refusal(() => reveal(draw, 'one', people.two)).words).toContain('不符')
    add(draw, 'one', 'reveal', reveal(draw, 'one', people.one))
    expect([lotOf(draw, platform), phaseOf(draw)]).toEqual([null, 'revealing'])
  })

  it('is not known to whoever knows both secrets before he says his own', () => {
    const draw = played(poolOf(10, 2))
    const other = 'd'.repeat(64)
    expect(refusal(() => lotOf(draw, other)).words).toContain('平台')
    const pool = { ...draw.pool, platform: commitmentTo('d-1', 'platform', other) }
    const elsewise = { ...draw, pool }
    expect(lotOf(elsewise, other)?.seed).not.toBe(lotOf(draw, platform)?.seed)
  })

  it('is another one with another pool', () => {
    const [one, other] = [played(poolOf(10, 2)), played(poolOf(11, 2))].map(
      (draw) => lotOf(draw, platform)?.seed,
    )
    expect(one).not.toBe(other)
  })
})

describe('the day of the visits', () => {
  const on = 'plannedOn'
  const opened = (nth: number) => ({ nth, caseId: `c${nth}`, reasons: [] })
  const given = { day: '2026-03-12', reason: '检查人员参加应急处置' }

  it('is another one once it has passed, for all that are still to be opened, and for none before', () => {
    const draw = played(poolOf(10, 2))
    add(draw, 'one', 'visit', opened(1))
    expect(wantsNewDay(draw, on, '2026-03-06')).toBe(false)
    expect(refusal(() => newDay(draw, given, { on, today: '2026-03-06' })).words).toContain('未过')
    expect(wantsNewDay(draw, on, '2026-03-07')).toBe(true)
    expect(refusal(() => newDay(draw, given, { on, today: '2026-03-13' })).words).toContain(
      '不得早于今日',
    )
    add(draw, 'one', 'day', newDay(draw, given, { on, today: '2026-03-07' }))
    expect(answersNow(draw, on)).toEqual({ title: '年度抽查', plannedOn: '2026-03-12' })
    expect([wantsNewDay(draw, on, '2026-03-12'), wantsNewDay(draw, on, '2026-03-13')]).toEqual([
      false,
      true,
    ])
    add(draw, 'one', 'visit', opened(2))
    expect(refusal(() => newDay(draw, given, { on, today: '2026-03-13' })).words).toContain(
      '没有待建立',
    )
    expect(elsewhere(recordOf(draw))).toEqual([0, 'the draw is as recorded\n'])
  })

  it('is asked of nobody before something is drawn', () => {
    expect(wantsNewDay(frozen(poolOf(10, 2)), on, '2026-03-07')).toBe(false)
  })
})

describe('a program that shares nothing with ours', () => {
  const recused = () => {
    const draw = played(poolOf(40, 6))
    for (let more = 0; more < 3; more += 1) {
      const officer = visitsNow(draw)[1]?.officers[more % 2] ?? ''
      const said = { nth: 2, officer, reason: '近亲属在该企业任职' }
      add(draw, 'one', 'recusal', recusal(draw, said))
    }
    return draw
  }

  it('draws the same, with those who may not go replaced', () => {
    const draw = recused()
    expect(elsewhere(recordOf(draw))).toEqual([0, 'the draw is as recorded\n'])
    const officer = visitsNow(draw)[1]?.officers[0] ?? ''
    expect(refusal(() => recusal(draw, { nth: 2, officer, reason: '无人' })).words).toContain(
      '没有可以替换',
    )
  })

  type Rec = ReturnType<typeof recordOf>
  const visitsIn = (steps: DrawStep[]) =>
    steps.flatMap((one) => (one.kind === 'drawn' ? one.data.visits : []))
  const firstOf = <One>([one]: One[]): One => one as One
  it.each<[string, (record: Rec) => unknown, string]>([
    ['an enterprise taken out of the pool', ({ pool }) => pool.objects.pop(), 'pool was changed'],
    [
      'another name',
      ({ pool }) => Object.assign(firstOf(pool.objects), { name: '甲' }),
      'pool was changed',
    ],
    [
      'a secret that was not bound',
      ({ steps }) => Object.assign(steps[2]?.data ?? {}, { secret: 'c'.repeat(64) }),
      'has not said what was bound',
    ],
    [
      'another secret of the platform',
      ({ steps }) => Object.assign(steps[4]?.data ?? {}, { secret: 'd'.repeat(64) }),
      'the platform has not said what was bound',
    ],
    [
      'another enterprise visited',
      ({ steps }) => Object.assign(firstOf(visitsIn(steps)), { object: 'e' }),
      'drawn otherwise',
    ],
    ['other officers sent', ({ visits }) => firstOf(visits).officers.reverse(), 'other officers'],
  ])('finds %s', (_, change, words) => {
    const record = structuredClone(recordOf(recused()))
    change(record)
    const [status, said] = elsewhere(record)
    expect([status, said]).toEqual([1, expect.stringContaining(words)])
  })
})
