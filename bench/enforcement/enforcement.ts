// How soon do lists, search, supervision and a file stand where a city has punished for five years among 60,000 enterprises?
import { type Answered, type Often, timeQuestions } from '../asking.ts'
import { countRows, reckonNight } from '../filling/filled.ts'
import { signIn } from '../http.ts'
import {
  closingAfter,
  type Log,
  laboratory,
  openStage,
  type Stage,
  tellLastWords,
} from '../stage.ts'
import { type DossierFigures, measureDossier } from './dossier.ts'
import { type EnforcementSize, fillEnforcement, makePenaltyCases } from './enforcement-fill.ts'

/** `supervisor`: who reads the statistics of processes there. One person may ask the search only so often in a minute. */
export const readers = {
  county: {
    words: 'county leader',
    username: 'changshan.leader',
    supervisor: 'changshan.supervisor',
    searching: ['changshan.inspector1', 'changshan.inspector2', 'changshan.chief'],
    region: '330822',
  },
  city: {
    words: 'city leader',
    username: 'city.leader',
    supervisor: 'city.supervisor',
    searching: ['city.inspector1', 'city.inspector2', 'city.chief'],
    region: '330800',
  },
} as const
export type Who = keyof typeof readers

export const kinds = {
  list: 'a list of penalty cases',
  search: 'a search',
  supervision: 'supervision',
  file: 'the file of one case',
} as const
export type Kind = keyof typeof kinds
type Question = { kind: Kind; words: string; path: string }
export type EnforcementPoint = Question & Answered & { who: Who }
export type EnforcementFigures = {
  size: EnforcementSize
  cases: number
  facts: number
  filledSeconds: number
  points: EnforcementPoint[]
  dossier: DossierFigures
}

const thorough: Often = { requests: 36, warmUp: 3 }
const rough: Often = { requests: 9, warmUp: 3 }

export const measureEnforcement = async (
  log: Log,
  size: EnforcementSize,
  quick: boolean,
): Promise<EnforcementFigures> => {
  const stage = await openStage(laboratory)
  return closingAfter(
    stage.close,
    async () => {
      log('enforcement: a case by the ordinary procedure and one on the spot by the product itself')
      const sources = await makePenaltyCases(stage, log)
      const dossier = await measureDossier(stage, log)
      // Copies have no workflows.
      process.kill(stage.pids.worker, 'SIGKILL')
      log(`enforcement: ${size.cases} cases, ${size.enterprises} enterprises`)
      const began = performance.now()
      await fillEnforcement(stage, sources, size)
      await reckonNight(stage)
      const filledSeconds = (performance.now() - began) / 1000
      log(`enforcement: filled in ${filledSeconds.toFixed(0)} s`)
      const points = await readAll(stage, sources[0] ?? '', log, quick ? rough : thorough)
      return { size, ...(await countRows(stage)), filledSeconds, points, dossier }
    },
    tellLastWords(log, stage, ['api']),
  )
}

const readAll = async (
  stage: Stage,
  caseId: string,
  log: Log,
  often: Often,
): Promise<EnforcementPoint[]> => {
  const points: EnforcementPoint[] = []
  for (const who of Object.keys(readers) as Who[]) {
    const { words, username, supervisor, searching } = readers[who]
    const people = await Promise.all(
      [username, supervisor, ...searching].map((name) => signIn(stage.base, name)),
    )
    const [leader, supervising, ...asking] = people
    const read = await timeQuestions(
      questionsOf(who, caseId),
      ({ kind }, at) =>
        ({
          list: leader,
          file: leader,
          supervision: supervising,
          search: asking[at % asking.length],
        })[kind],
      { often, log, about: `enforcement: ${words}` },
    )
    points.push(...read.map((point) => ({ who, ...point })))
  }
  return points
}

const parts = {
  '': '',
  ': parties and measures': '/items',
  ': log': '/timeline',
  ': papers': '/documents',
}
const searched = {
  'a party by its name': '烂柯氟材料',
  'a party in pinyin': 'lankefucailiao',
  'a violation by its words': '安全警示标志',
  'violation and party': '防护保养 南孔锂电',
  'a number': '〔2026〕12',
  'words that nothing holds': '核潜艇',
}

const questionsOf = (who: Who, caseId: string): Question[] => {
  const { region } = readers[who]
  const cases = '/api/cases?process=enforcement-case&limit=100'
  const of = (kind: Kind, words: string, path: string): Question => ({ kind, words, path })
  const flow = `process=enforcement-case&region=${region}`
  return [
    of('list', 'penalty cases', cases),
    of('list', 'penalty cases that go on', `${cases}&status=open`),
    of('list', 'penalty cases by words', `${cases}&q=${encodeURIComponent('南孔锂电')}`),
    of('list', 'inbox, to do', '/api/inbox?box=todo&limit=100'),
    of('list', 'inbox, pool', '/api/inbox?box=pool&limit=100'),
    of('list', 'inbox, done', '/api/inbox?box=done&limit=100'),
    of('list', 'enterprises by words', `/api/enterprises?q=${encodeURIComponent('氟材料')}`),
    ...Object.entries(searched).map(([words, q]) =>
      of('search', words, `/api/search?q=${encodeURIComponent(q)}`),
    ),
    of('supervision', 'periods that run', '/api/supervision/clocks?limit=100'),
    of('supervision', 'periods that are late', '/api/supervision/clocks?limit=100&late=1'),
    of('supervision', 'flow of penalty cases', `/api/supervision/flow?${flow}`),
    of('supervision', 'deviation of fines', `/api/supervision/discretion?region=${region}`),
    of('supervision', 'decisions behind it', `/api/supervision/discretion/cases?region=${region}`),
    of('supervision', 'penalty cases by state', '/api/processes/enforcement-case/counts'),
    ...(who === 'county'
      ? Object.entries(parts).map(([words, part]) =>
          of('file', `an ordinary case${words}`, `/api/cases/${caseId}${part}`),
        )
      : []),
  ]
}
