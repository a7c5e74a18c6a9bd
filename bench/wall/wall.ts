// How soon does the supervisors' wall stand, and how soon is something found, where a quarter of a million cases are open?

import type { SearchView } from '../../contract/search/search.ts'
import type { WallView } from '../../contract/supervision/supervision.ts'
import { chartSteps, openCases, perform, type Track } from '../acts.ts'
import { signIn, type Visitor } from '../http.ts'
import { abreast, percentile } from '../loop.ts'
import { closingAfter, type Log, openStage, type Stage } from '../stage.ts'
import { fillWall } from './wall-fill.ts'
import { type Scrolled, scrollWall } from './wall-scroll.ts'

/** Who asks; several accounts of the same reach, since one person may ask the search only so often in a minute. */
const readers = {
  county: {
    words: 'county supervisor',
    wall: 'kecheng.supervisor',
    search: ['kecheng.inspector1', 'kecheng.inspector2', 'kecheng.inspector3'],
  },
  city: {
    words: 'city leader',
    wall: 'city.leader',
    search: ['city.inspector1', 'city.inspector2', 'city.inspector3'],
  },
  province: {
    words: 'province',
    wall: 'province.supervisor',
    search: ['province.supervisor', 'province.duty'],
  },
} as const
type Who = keyof typeof readers

const walls = {
  first: { words: 'first page', query: '' },
  second: { words: 'page 2', query: '' },
  late: { words: 'only late ones', query: 'late=1' },
  level: { words: 'one level', query: 'level=2' },
  region: { words: 'one county', query: 'region=330803' },
  all: { words: 'process, level and late', query: 'process=hazard-rectification&level=3&late=1' },
} as const
const questions = {
  common: { words: 'two signs that most cases hold', q: '车间' },
  bigrams: { words: 'a fault by its name', q: '防爆灯外壳破裂' },
  company: { words: 'an enterprise by its name', q: '烂柯氟材料' },
  both: { words: 'fault and enterprise', q: '安全阀 南孔锂电' },
  number: { words: 'a number', q: '20260' },
  pinyin: { words: 'an enterprise in pinyin', q: 'lankefucailiao' },
  initials: { words: 'an enterprise by initials', q: 'lkfcl' },
  nothing: { words: 'words that nothing holds', q: '核潜艇' },
} as const

/** `ms` in ascending order. */
type WallPoint = { who: Who; what: keyof typeof walls; matching: number; ms: number[] }
type SearchPoint = { who: Who; what: keyof typeof questions; found: number; ms: number[] }
export type WallFigures = {
  cases: number
  filledSeconds: number
  walls: WallPoint[]
  searches: SearchPoint[]
  scrolled: Scrolled | null
}

/** As many lanes as the screen asks for at once. */
const LIMIT = 100
const thorough = { requests: 120, questions: 48, warmUp: 8 }
const rough = { requests: 12, questions: 8, warmUp: 2 }
type Often = typeof thorough
const MOST_MS = 300
const MOST_FRAME_MS = 50
const SETTLE_MS = 3_000

/** Fills servers of its own and reads from the product's API process, one request after the other. */
export const measureWall = async (
  log: Log,
  cases: number,
  quick: boolean,
): Promise<WallFigures> => {
  const often = quick ? rough : thorough
  const stage = await openStage()
  return closingAfter(stage.close, async () => {
    log(`wall: ${cases} open cases`)
    const began = performance.now()
    await fill(stage, cases, log)
    const filledSeconds = (performance.now() - began) / 1000
    log(`wall: filled in ${filledSeconds.toFixed(0)} s`)
    const walls = await readWalls(stage, log, often)
    const searches = await askAll(stage, log, often)
    return {
      cases,
      filledSeconds,
      walls,
      searches,
      scrolled: await scrollWall(stage.base, readers.province.wall, log),
    }
  })
}

/** The copies have no workflows, so the worker rests: nothing but reading is measured. */
const fill = async (stage: Stage, cases: number, log: Log): Promise<void> => {
  const [caseId = ''] = await openCases(await signIn(stage.base, 'e001.safety'), 1)
  const [one, other] = await Promise.all(
    [1, 2].map((number) => signIn(stage.base, `kecheng.inspector${number}`)),
  )
  if (!one || !other) throw new Error('nobody to order')
  const order = {
    who: one,
    type: 'issue-order',
    data: { dueDate: `${new Date().getFullYear() + 1}-01-20`, requirements: '清理' },
  }
  const track: Track = { caseId, steps: [...chartSteps(one, other).slice(0, 2), order], done: 0 }
  for (const _ of track.steps) await perform(track, { acked: [], retries: 0 })
  process.kill(stage.pids.worker, 'SIGKILL')
  await fillWall(stage, caseId, cases, log)
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
}

const readWalls = async (
  stage: Stage,
  log: Log,
  { requests, warmUp }: Often,
): Promise<WallPoint[]> => {
  const points: WallPoint[] = []
  for (const who of Object.keys(readers) as Who[]) {
    const reader = await signIn(stage.base, readers[who].wall)
    for (const what of Object.keys(walls) as (keyof typeof walls)[]) {
      if (who === 'county' && what === 'region') continue
      log(`wall: ${readers[who].words}, ${walls[what].words}`)
      const path = await pathOf(reader, what)
      const { total: matching } = await pageAt(reader, path)
      points.push({
        who,
        what,
        matching,
        ms: await timed({ times: requests, warmUp }, async () => void (await pageAt(reader, path))),
      })
    }
  }
  return points
}

const pathOf = async (reader: Visitor, what: keyof typeof walls): Promise<string> => {
  const first = `/api/supervision/clocks?limit=${LIMIT}&${walls[what].query}`
  return what === 'second' ? `${first}&cursor=${(await pageAt(reader, first)).cursor ?? ''}` : first
}

const pageAt = async (reader: Visitor, path: string): Promise<WallView> => {
  const { status, body } = await reader.ask<WallView>('GET', path)
  if (status !== 200 || body.items.length === 0)
    throw new Error(`no page of the wall: ${status} ${JSON.stringify(body).slice(0, 500)}`)
  return body
}

const askAll = async (
  stage: Stage,
  log: Log,
  { questions: times, warmUp }: Often,
): Promise<SearchPoint[]> => {
  const points: SearchPoint[] = []
  for (const who of Object.keys(readers) as Who[]) {
    const asking = await Promise.all(
      readers[who].search.map((username) => signIn(stage.base, username)),
    )
    for (const what of Object.keys(questions) as (keyof typeof questions)[]) {
      log(`wall: ${readers[who].words} searches ${questions[what].words}`)
      let turn = 0
      let found = 0
      const ask = async () => {
        turn += 1
        found = await answersTo(asking[turn % asking.length] as Visitor, questions[what].q)
      }
      const ms = await timed({ times, warmUp }, ask)
      points.push({ who, what, found, ms })
    }
  }
  return points
}

const answersTo = async (reader: Visitor, q: string): Promise<number> => {
  const { status, body } = await reader.ask<SearchView>(
    'GET',
    `/api/search?${new URLSearchParams({ q })}`,
  )
  if (status !== 200)
    throw new Error(`no answer to a search: ${status} ${JSON.stringify(body).slice(0, 500)}`)
  return body.cases.length
}

/** Milliseconds in ascending order, one after the other. */
const timed = async (
  { times, warmUp }: { times: number; warmUp: number },
  once: () => Promise<void>,
): Promise<number[]> => {
  const ms: number[] = []
  await abreast(warmUp, 1, once)
  await abreast(times, 1, async () => {
    const sent = performance.now()
    await once()
    ms.push(performance.now() - sent)
  })
  return ms.sort((a, b) => a - b)
}

/** The slowest of all, so that one slow question cannot hide among quick ones. */
const slowest = (points: { ms: number[] }[]): number =>
  Math.max(...points.map(({ ms }) => percentile(ms, 0.95)))

export const wallGoals = ({ cases, walls, searches, scrolled }: WallFigures) => {
  const at = `at ${cases.toLocaleString('en-US')} open cases`
  const pages = (Object.keys(readers) as Who[]).map((who) => ({
    words: `a page of the wall, p95 ≤ ${MOST_MS} ms (${readers[who].words}, slowest filter, ${at})`,
    p95: slowest(walls.filter((point) => point.who === who)),
  }))
  const search = {
    words: `search, p95 ≤ ${MOST_MS} ms (slowest question and reader, ${at})`,
    p95: slowest(searches),
  }
  return [
    ...[...pages, search].map(({ words, p95 }) => ({
      words,
      figure: `${p95.toFixed(1)} ms`,
      met: p95 <= MOST_MS,
    })),
    ...(scrolled === null
      ? []
      : [
          {
            words: `frames longer than ${MOST_FRAME_MS} ms while ${scrolled.lanes} lanes scroll: none`,
            figure: `${scrolled.slowFrames} of ${scrolled.frames}`,
            met: scrolled.slowFrames === 0,
          },
        ]),
  ]
}

const timesOf = (ms: number[]): string[] =>
  [0.5, 0.95, 0.99].map((share) => percentile(ms, share).toFixed(1))
const shares = ['p50 ms', 'p95 ms', 'p99 ms']

export const wallTable = ({ walls: points }: WallFigures) => ({
  head: ['page of the wall over HTTP', 'matching', ...shares],
  rows: points.map(({ who, what, matching, ms }) => [
    `${readers[who].words}: ${walls[what].words}`,
    String(matching),
    ...timesOf(ms),
  ]),
})

export const searchTable = ({ searches }: WallFigures) => ({
  head: ['search over HTTP', 'question', 'cases shown', ...shares],
  rows: searches.map(({ who, what, found, ms }) => [
    `${readers[who].words}: ${questions[what].words}`,
    questions[what].q,
    String(found),
    ...timesOf(ms),
  ]),
})

export const scrollTable = ({ scrolled }: WallFigures) => ({
  head: ['the wall in Chromium', ''],
  rows:
    scrolled === null
      ? [['no Chromium here: not measured', '']]
      : [
          ['lanes scrolled through', String(scrolled.lanes)],
          ['from the address to the first lane, ms', scrolled.firstLaneMs.toFixed(0)],
          ['frames', String(scrolled.frames)],
          [`frames longer than ${MOST_FRAME_MS} ms`, String(scrolled.slowFrames)],
          ['longest frame, ms', scrolled.longestFrameMs.toFixed(0)],
          [
            'longest task of the main thread, ms',
            scrolled.longestTaskMs === 0 ? 'under 50' : scrolled.longestTaskMs.toFixed(0),
          ],
        ],
})
