// Do supervisors see what their offices fine beside standard and like cases, and nobody what is not his?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  DecidedFineView,
  DiscretionFigures,
  DiscretionView,
} from '../../../contract/supervision/discretion.ts'
import { cases } from '../../../db/schema/cases/cases.ts'
import { exportEvents } from '../../../db/schema/search/filters.ts'
import { discretionFines, discretionRuns } from '../../../db/schema/statistics/discretion.ts'
import { refreshDiscretion } from '../../../db/statistics/discretion.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { violationCause } from '../../../domain/registers/violation-cause/register.ts'
import { sample } from '../../enforcement-case/samples.ts'
import { askRegister } from '../../registers/settling.ts'
import { noticing, openNoticing } from '../../registers/violation-cause/noticing.ts'
import { day, typed } from '../../registers/violation-cause/samples.ts'
import type { House } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
const { enter } = askRegister(() => house, violationCause.id)
const { reported, notifies, does } = noticing(() => house)

const base = '/api/supervision/discretion'
const view = async (who: string, query = ''): Promise<DiscretionView> =>
  (await house.as(who, `${base}?${query}`)).body
const behind = async (who: string, query = ''): Promise<DecidedFineView[]> =>
  (await house.as(who, `${base}/cases?${query}`)).body.items
const recompute = (who: string) => house.as(who, `${base}/recompute`, { method: 'POST' })

/** A fine of 20,000 that goes by a step of the standard, or by none. */
const decide = async (more: object, fine = 20_000): Promise<string> => {
  const id = await reported()
  expect((await notifies(id, more)).status).toBe(200)
  const lines = [
    ['lin', 'serve-notice'],
    ['mao', 'waive-rights', { statement: '放弃', papers: [] }],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty', { ...sample('decide-penalty'), fine }],
  ] as const
  for (const [who, type, data] of lines) {
    const answer = await does(id, who, type, data ?? sample(type))
    expect([type, answer.status, answer.body.detail]).toEqual([type, 200, undefined])
  }
  return id
}

const ids: string[] = []
beforeAll(async () => {
  house = await openNoticing()
  await enter(['bian', 'guan'], typed)
  ids.push(await decide({ cause: typed.number, step: 'serious' }))
  const other = { departure: '拒不改正', otherAct: '另一车间' }
  ids.push(await decide({ cause: typed.number, step: 'ordinary', ...other }))
  ids.push(await decide({}, 8_000))
}, 180_000)
afterAll(() => house?.close())

const reckonings: [keyof DiscretionFigures, unknown][] = [
  ['decisions', 3],
  ['fined', 48_000],
  ['below', 0],
  ['within', 1],
  ['above', 1],
  ['departures', 1],
  ['few', true],
]

describe('figures', () => {
  test('nothing until it is reckoned; then what the cases say, by office and by cause', async () => {
    const before = await house.as('gao', base)
    fits('GET /api/supervision/discretion', before)
    expect(before.body).toMatchObject({ computedAt: null, offices: [], total: { decisions: 0 } })
    const done = await recompute('gao')
    fits('POST /api/supervision/discretion/recompute', done)
    expect(done.body).toMatchObject({ cases: 3, more: false })
    const answer = await house.as('gao', base)
    fits('GET /api/supervision/discretion', answer)
    const { total, offices, causes, choices } = answer.body as DiscretionView
    expect(reckonings.map(([name]) => [name, total[name]])).toEqual(reckonings)
    expect(offices).toEqual([
      {
        office: '330802-bureau',
        name: { zh: '柯城区应急管理局', en: expect.any(String) },
        region: expect.objectContaining({ code: '330802' }),
        ...total,
      },
    ])
    expect(causes.map(({ number, decisions }) => [number, decisions])).toEqual([
      [typed.number, 2],
      [null, 1],
    ])
    expect(choices).toEqual([{ number: typed.number, name: expect.stringContaining('未设置') }])
    const one = await view('gao', `cause=${typed.number}&period=2026Q1`)
    expect(one.total).toMatchObject({ decisions: 2, fined: 40_000 })
    // 20,000 lies 0.385 below 32,500 and once above 10,000.
    expect(one.total.fromMiddle).toBeCloseTo((-0.385 + 1) / 2, 2)
    expect((await view('gao', 'period=2025')).total.decisions).toBe(0)
  })

  test('a second time nothing is read; a case that moved is read again', async () => {
    expect((await recompute('gao')).body).toMatchObject({ cases: 0, more: false })
    expect((await does(ids[2]!, 'lin', 'serve-decision')).status).toBe(200)
    expect((await recompute('gao')).body).toMatchObject({ cases: 1 })
    expect((await view('gao')).total.decisions).toBe(3)
  })

  test('two runs at once disturb nothing; one that is stopped half-way is taken up; who asked is on record', async () => {
    const whole = await house.db.select().from(discretionFines).orderBy(discretionFines.caseId)
    await house.db.execute(sql`DELETE FROM discretion_sources`)
    const deps = { db: house.db, processes: [enforcementCase] }
    expect(await refreshDiscretion(deps, -1)).toEqual({ cases: 0, more: true })
    await Promise.all([refreshDiscretion(deps, 5_000), refreshDiscretion(deps, 5_000)])
    expect(await house.db.select().from(discretionFines).orderBy(discretionFines.caseId)).toEqual(
      whole,
    )
    const runs = await house.db.select().from(discretionRuns)
    expect([...new Set(runs.map(({ by }) => by))]).toEqual(['gao'])
    await expect(house.db.execute(sql`UPDATE discretion_runs SET by = 'nobody'`)).rejects.toThrow()
  })
})

describe('the decisions behind a figure', () => {
  test('each with its step, range, side and reason; by side, office and reason', async () => {
    const answer = await house.as('gao', `${base}/cases`)
    fits('GET /api/supervision/discretion/cases', answer)
    expect(answer.body.total).toBe(3)
    const [above] = await behind('gao', 'standing=above')
    expect(above).toMatchObject({
      id: ids[1],
      office: { zh: '柯城区应急管理局' },
      day,
      fine: 20_000,
      step: { zh: '一般' },
      range: { from: 5_000, to: 15_000 },
      fromMiddle: 1,
      departure: '拒不改正',
      likeMedian: null,
    })
    expect((await behind('gao', 'standing=within')).map(({ id }) => id)).toEqual([ids[0]])
    expect((await behind('gao', 'standing=unchecked')).map(({ id }) => id)).toEqual([ids[2]])
    expect((await behind('gao', 'standing=departed')).map(({ id }) => id)).toEqual([ids[1]])
    expect(await behind('gao', 'standing=below')).toEqual([])
    expect(await behind('gao', 'office=330881-bureau')).toEqual([])
    expect(await behind('gao', 'office=330802-bureau')).toHaveLength(3)
  })

  test('in pages, and whole in a file in both languages', async () => {
    const first = (await house.as('gao', `${base}/cases?limit=2`)).body
    const second = (await house.as('gao', `${base}/cases?limit=2&cursor=${first.cursor}`)).body
    expect([...first.items, ...second.items]).toEqual(await behind('gao'))
    const headers = { cookie: await house.signIn('gao') }
    const decisions = await house.send(`${base}/export?rows=decisions&format=csv`, { headers })
    const text = await decisions.text()
    for (const words of ['偏离理由', '拒不改正', '高于幅度', '5000,15000,20000'])
      expect(text).toContain(words)
    const offices = await house.send(`${base}/export?format=csv&lang=en`, { headers })
    expect(decodeURIComponent(offices.headers.get('content-disposition') ?? '')).toContain(
      'Deviation of fines',
    )
    expect(await offices.text()).toContain('Fewer than 5: not telling')
    const taken = await house.db.select().from(exportEvents)
    const told = taken.map(({ person, list, event, rows }) => [person, list, event, rows].join(' '))
    expect(told.sort()).toEqual([
      'gao discretion-decisions begun 3',
      'gao discretion-decisions finished 3',
      'gao discretion-offices begun 2',
      'gao discretion-offices finished 2',
    ])
  })
})

describe('whose figures', () => {
  test('county, city and province see the county; another county is nowhere', async () => {
    const { offices } = await view('gao')
    for (const who of ['ji', 'yu', 'shi', 'sheng'])
      expect((await view(who)).offices).toEqual(offices)
    expect((await view('yu', 'region=330881')).offices).toEqual([])
    for (const region of ['330881', '330800'])
      for (const path of ['', '/cases', '/export'])
        expect(
          (await house.as('gao', `${base}${path}?region=${region}&format=csv`)).body.code,
        ).toBe('not-found')
  })
  test('inspectors, chiefs and enterprises are refused, also the reckoning and the file; strangers sign in first', async () => {
    for (const who of ['lin', 'chen', 'mao']) {
      for (const path of ['', '/cases', '/export?format=csv'])
        expect([path, (await house.as(who, `${base}${path}`)).status]).toEqual([path, 403])
      expect((await recompute(who)).status).toBe(403)
    }
    expect((await house.send(base)).status).toBe(401)
  })
  test('nonsense is refused', async () => {
    for (const query of ['region=atlantis', 'period=2026Q5', 'period=2031', 'standing=odd'])
      expect((await house.as('yu', `${base}/cases?${query}`)).body.code, query).toBe(
        'invalid-input',
      )
    expect((await house.as('yu', `${base}/export?format=pdf`)).body.code).toBe('invalid-input')
  })
})

test('of many the sums are those of each row, like cases tell from five on, and an office is told apart', async () => {
  await house.db.execute(sql`DELETE FROM discretion_stale`)
  const rows = Array.from({ length: 60 }, (_, at) => ({
    caseId: `made-${at}`,
    party: 0,
    process: 'enforcement-case',
    region: at % 3 === 0 ? '330881' : '330802',
    office: at % 3 === 0 ? '330881-bureau' : '330802-bureau',
    day: `2026-02-${String(1 + (at % 28)).padStart(2, '0')}`,
    fine: 6_000 + at * 100,
    cause: 'AQ-1',
    causeName: '甲',
    step: 'ordinary',
    rangeFrom: 5_000,
    rangeTo: 10_000,
    position: at < 41 ? ('within' as const) : ('above' as const),
    fromMiddle: (6_000 + at * 100 - 7_500) / 7_500,
    departure: at % 2 === 1 ? '理由' : null,
    likeCases: at % 10,
    likeMedian: 8_000,
  }))
  await house.db.insert(discretionFines).values(rows)
  const { offices } = await view('yu', 'cause=AQ-1')
  for (const office of ['330802-bureau', '330881-bureau']) {
    const own = rows.filter((row) => row.office === office)
    const middle = own.map(({ fromMiddle }) => fromMiddle).sort((a, b) => a - b)
    const likes = own
      .filter(({ likeCases }) => likeCases >= 5)
      .map(({ fine }) => (fine - 8_000) / 8_000)
      .sort((a, b) => a - b)
    const median = (of: number[]) =>
      ((of[(of.length - 1) >> 1] ?? 0) + (of[of.length >> 1] ?? 0)) / 2
    const found = offices.find((one) => one.office === office)
    expect(found).toMatchObject({
      decisions: own.length,
      fined: own.reduce((sum, { fine }) => sum + fine, 0),
      within: own.filter(({ position }) => position === 'within').length,
      above: own.filter(({ position }) => position === 'above').length,
      departures: own.filter((row) => row.position === 'above' && row.departure).length,
      compared: likes.length,
      few: false,
    })
    expect(found?.fromMiddle).toBeCloseTo(median(middle), 3)
    expect(found?.fromLike).toBeCloseTo(median(likes), 3)
  }
  const [few, telling] = await Promise.all([
    behind('yu', 'cause=AQ-1&limit=200').then((all) =>
      all.find(({ likeCases }) => likeCases === 4),
    ),
    behind('yu', 'cause=AQ-1&limit=200').then((all) =>
      all.find(({ likeCases }) => likeCases === 5),
    ),
  ])
  expect([few?.likeMedian, few?.fromLike, telling?.likeMedian]).toEqual([null, null, 8_000])
  expect([few?.id, few?.number]).toEqual([null, null])
})

test('what goes stale is reckoned again for all like cases, each from those before it and of its kind', async () => {
  await house.db.execute(sql`DELETE FROM discretion_fines WHERE case_id LIKE 'made-%'`)
  await house.db.execute(sql`INSERT INTO discretion_fines (case_id, party, process, region, day, fine, cause, step, like_cases)
    SELECT 'made-' || n, party, 'enforcement-case', '330881', ('2026-02-0' || n)::date, n * 1000 + party, ${typed.number}, 'serious', 0
    FROM generate_series(1, 6) n, generate_series(0, 1) party`)
  await house.db.update(cases).set({ revision: sql`revision + 1` }).where(sql`id = ${ids[0]}`)
  await refreshDiscretion({ db: house.db, processes: [enforcementCase] }, 5_000)
  const serious = await behind('yu', 'standing=within')
  expect(serious).toMatchObject([{ id: ids[0], likeCases: 6, likeMedian: 3_500 }])
  expect(serious[0]?.fromLike).toBeCloseTo((20_000 - 3_500) / 3_500, 3)
  // Persons are compared with persons, page by page.
  const found: DecidedFineView[] = []
  let cursor = ''
  do {
    const page = (
      await house.as('yu', `${base}/cases?cause=${typed.number}&limit=2&cursor=${cursor}`)
    ).body
    found.push(...page.items)
    cursor = page.cursor ?? ''
  } while (cursor !== '')
  const persons = found.filter(({ person }) => person === 1)
  expect(persons.map(({ fine, likeCases }) => [fine, likeCases])).toEqual(
    [6, 5, 4, 3, 2, 1].map((n) => [n * 1_000 + 1, n - 1]),
  )
})
