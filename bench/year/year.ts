// How soon do lists, the map, statistics and the incident room stand after a year of alarms and emergencies?
import { freePort } from '../../bin/infra/ports.ts'
import { type Often, timeQuestions } from '../asking.ts'
import { countRows, reckonNight } from '../filling/filled.ts'
import { signIn, type Visitor } from '../http.ts'
import { closeAll, closingAfter, type Log, openStage, type Stage, tellLastWords } from '../stage.ts'
import { fillYear, type YearSize } from './year-fill.ts'
import { makeTemplates, type Templates } from './year-templates.ts'

/** `supervisor`: who reads the statistics of processes there. */
export const readers = {
  county: {
    words: 'county officer',
    username: 'kecheng.duty',
    supervisor: 'kecheng.supervisor',
    region: '330802',
  },
  city: {
    words: 'city leader',
    username: 'city.leader',
    supervisor: 'city.leader',
    region: '330800',
  },
  province: {
    words: 'province',
    username: 'province.duty',
    supervisor: 'province.supervisor',
    region: '330000',
  },
} as const
export type Who = keyof typeof readers

/** What is read, and under which target its figures stand. */
export const kinds = {
  list: 'a list',
  map: 'the map',
  statistics: 'statistics',
  room: 'the incident room',
}
export type Kind = keyof typeof kinds
type Question = { kind: Kind; words: string; path: string; body?: unknown; supervising?: true }
export type YearPoint = Omit<Question, 'body' | 'supervising'> & {
  who: Who
  kilobytes: number
  ms: number[]
}
export type YearFigures = {
  size: YearSize
  cases: number
  facts: number
  filledSeconds: number
  points: YearPoint[]
}

const thorough: Often = { requests: 40, warmUp: 3 }
const rough: Often = { requests: 10, warmUp: 2 }

export const measureYear = async (
  log: Log,
  size: YearSize,
  quick: boolean,
): Promise<YearFigures> => {
  const pushPort = await freePort()
  const stage = await openStage({
    ANJIAN_URGENT_LANE: 'both',
    ANJIAN_PUSH_PORT: String(pushPort),
  })
  const open: (() => unknown)[] = []
  return closingAfter(
    () => closeAll(open, stage),
    async () => {
      log('year: an alarm, an emergency and a large one by the product itself')
      const templates = await makeTemplates(stage, `http://127.0.0.1:${pushPort}`, open)
      log(`year: ${size.alarms} alarms and ${size.emergencies} emergencies`)
      const began = performance.now()
      await fillYear(stage, templates, size)
      await reckonNight(stage)
      const filledSeconds = (performance.now() - began) / 1000
      log(`year: filled in ${filledSeconds.toFixed(0)} s`)
      const points = await readAll(stage, templates, log, quick ? rough : thorough)
      return { size, ...(await countRows(stage)), filledSeconds, points }
    },
    tellLastWords(log, stage, ['api']),
  )
}

const readAll = async (
  stage: Stage,
  templates: Templates,
  log: Log,
  often: Often,
): Promise<YearPoint[]> => {
  const points: YearPoint[] = []
  for (const who of Object.keys(readers) as Who[]) {
    const [reader, supervisor] = await Promise.all(
      [readers[who].username, readers[who].supervisor].map((name) => signIn(stage.base, name)),
    )
    if (!reader || !supervisor) throw new Error('nobody reads')
    const read = await timeQuestions(
      [...questionsOf(who, templates), ...(await nextPages(reader))],
      ({ supervising }) => (supervising ? supervisor : reader),
      { often, log, about: `year: ${readers[who].words}` },
    )
    points.push(
      ...read.map(({ body: _, supervising: _supervising, ...told }) => ({ who, ...told })),
    )
  }
  return points
}

const rooms = {
  '': '',
  ': orders': '/items',
  ': log': '/timeline?after=0',
  ': log with its chain': '/timeline',
}
const circle = { around: { lon: 118.87, lat: 28.95, km: 5 } }
const polygon = [
  [118.4, 28.6],
  [119.1, 28.6],
  [119.1, 29.2],
  [118.4, 29.2],
]

const questionsOf = (who: Who, { large }: Templates): Question[] => {
  const year = new Date().getFullYear()
  const list = (words: string, path: string): Question => ({ kind: 'list', words, path })
  const statistics = (words: string, path: string): Question => ({
    kind: 'statistics',
    words,
    path,
  })
  const supervised = (words: string, path: string): Question => ({
    ...statistics(words, path),
    supervising: true,
  })
  const { region } = readers[who]
  return [
    list('alarms that stand', '/api/alarms?limit=200'),
    list('alarms, of the own bureau', '/api/alarms?limit=200&own=1'),
    list('alarms that have returned', '/api/alarms?limit=200&box=returned'),
    list('alarms of one site', '/api/alarms?limit=200&site=bench/1'),
    list('emergencies', '/api/cases?process=emergency-response&limit=100'),
    list('emergencies that go on', '/api/cases?process=emergency-response&status=open&limit=100'),
    list(
      'emergencies by words',
      `/api/cases?process=emergency-response&limit=100&q=${encodeURIComponent('仓库')}`,
    ),
    list('episodes of alarms', '/api/cases?process=alarm-episode&limit=100'),
    list('inbox, to do', '/api/inbox?box=todo&limit=100'),
    list('inbox, pool', '/api/inbox?box=pool&limit=100'),
    list('inbox, done', '/api/inbox?box=done&limit=100'),
    { kind: 'map', words: 'what is within 5 km', path: '/api/areas/inside', body: circle },
    {
      kind: 'map',
      words: 'what is within a polygon',
      path: '/api/areas/inside',
      body: { around: null, polygon },
    },
    statistics('figures of alarms, 30 days', '/api/alarms/figures?days=30'),
    statistics('figures of alarms, 90 days', '/api/alarms/figures?days=90'),
    supervised('flow of alarms', `/api/supervision/flow?process=alarm-episode&region=${region}`),
    supervised(
      'flow of emergencies',
      `/api/supervision/flow?process=emergency-response&region=${region}`,
    ),
    supervised(
      'hazards of the year',
      `/api/statistics?process=hazard-rectification&region=${region}&period=${year}`,
    ),
    ...Object.entries(rooms).map(
      ([words, part]): Question => ({
        kind: 'room',
        words: `the large emergency${words}`,
        path: `/api/cases/${large}${part}`,
      }),
    ),
  ]
}

/** The second page of what is longer than one. */
const nextPages = async (reader: Visitor): Promise<Question[]> => {
  const first = '/api/cases?process=alarm-episode&limit=100'
  const { body } = await reader.ask<{ cursor: string | null }>('GET', first)
  return body.cursor === null
    ? []
    : [
        {
          kind: 'list',
          words: 'episodes of alarms, page 2',
          path: `${first}&cursor=${body.cursor}`,
        },
      ]
}
