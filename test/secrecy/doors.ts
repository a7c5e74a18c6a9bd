// By which addresses is every reading route of the contract asked, and what do its answers say in words?
import { readXlsx } from 'hucre/xlsx'
import { contract, type RouteKey } from '../../contract/contract.ts'
import { processes } from '../../domain/processes.ts'
import { pdfText } from '../support/people/pdf-text.ts'

/** What the questions are about. */
export type Asked = {
  cases: string[]
  documents: string[]
  codes: string[]
  follow: { number: string; code: string }
  registers: string[]
  words: string[]
}

const nobody = '00000000-0000-4000-8000-000000000000'
const ids = Object.keys(processes)
const clocks = Object.values(processes).flatMap(({ id, clocks: [first] }) =>
  first ? [`${id}/${first.clock}`] : [],
)

const personnel: Record<string, string> = {
  '/api/personnel/people/{id}': 'dan',
  '/api/personnel/people/{id}/loss': 'dan',
  '/api/personnel/enterprises/{id}': 'e-1',
}

/** What stands in the place of a parameter, by route where it is not the same everywhere. */
const pathsOf = (path: string, asked: Asked): string[] => {
  if (path.startsWith('/api/cases/{id}'))
    return asked.cases.map((id) => path.replace('{id}', id).replace('{sha256}', '0'.repeat(64)))
  if (path.startsWith('/api/documents/{id}') || path.startsWith('/api/own-matter/documents/'))
    return asked.documents.map((id) => path.replace('{id}', id))
  if (path.includes('{code}')) return asked.codes.map((code) => path.replace('{code}', code))
  if (path.includes('{process}/{clock}'))
    return clocks.map((one) => path.replace('{process}/{clock}', one))
  if (path.startsWith('/api/processes/')) return ids.map((id) => path.replace('{id}', id))
  if (path.includes('{process}')) return ids.map((id) => path.replace('{process}', id))
  if (path.includes('{register}'))
    return asked.registers.map((id) => path.replace('{register}', id).replace('{id}', nobody))
  if (path === '/api/alarms/{id}') return asked.cases.map((id) => path.replace('{id}', id))
  return [
    path
      .replace('{id}', personnel[path] ?? nobody)
      .replace('{year}', '2026')
      .replace('{feed}', 'none')
      .replace('{office}', '330802-bureau')
      .replace('{month}', '2026-03')
      .replace('{identifier}', 'none')
      .replace('{sha256}', '0'.repeat(64)),
  ]
}

const of = (more: Record<string, string>) => new URLSearchParams(more).toString()
const counted = { process: 'hazard-rectification', period: '2026', region: '330800' }
const counting = {
  '/api/statistics': [of(counted)],
  '/api/statistics/enterprise': [of({ ...counted, enterprise: 'e-1' })],
  '/api/statistics/enterprises': [of(counted)],
  '/api/statistics/cases': [of({ ...counted, figure: 'reported' })],
  '/api/supervision/discretion/export': ['offices', 'decisions'].flatMap((rows) =>
    ['csv', 'xlsx'].map((format) => of({ rows, format })),
  ),
  '/api/statistics/export': ['csv', 'xlsx'].map((format) => of({ ...counted, format })),
}

/** The questions behind the question mark, where there have to be some or another one finds more. */
const queriesOf = (path: string, { cases, words }: Asked): string[] => {
  const exports = ['format=csv', 'format=xlsx']
  const queries: Record<string, string[]> = {
    ...counting,
    '/api/cases/{id}/next': ['verify', 'grade', 'start-response'].map((type) => of({ type })),
    '/api/cases/{id}/entries': [of({ type: 'start-response' })],
    '/api/cases/{id}/corrections': ['1', '2', '3', '4', '5', '6'].map((seq) => of({ seq })),
    '/api/cases/{id}/like-fines': [of({ cause: 'AQ-1' })],
    '/api/cases/{id}/others': [of({ type: 'join-case' })],
    '/api/cases/{id}/nearest': [of({ type: 'give-order' })],
    '/api/cases/{process}/alike': [of({ kind: 'fire', site: '东港七路' })],
    '/api/inbox': ['todo', 'pool', 'done', 'mine', 'cc'].map((box) => of({ box })),
    '/api/cases': ['', ...words.map((q) => of({ q }))],
    '/api/search': words.map((q) => of({ q })),
    '/api/people': cases.flatMap((one) =>
      ['transfer', 'copy', 'add-signer'].map((verb) => of({ case: one, verb })),
    ),
    '/api/devices/{id}/trend': ['point=1'],
    '/api/devices/late/attended': [`device=${nobody}`],
    '/api/public/licences': words.map((q) => of({ q })),
    '/api/public/registers/{register}': words.map((q) => of({ q })),
    '/api/public/notices': ['', ...words.map((q) => of({ q }))],
    '/api/routing/holders': ['group=330802-bureau/inspector'],
    '/api/exports/cases': [...exports, ...words.map((q) => of({ format: 'csv', q }))],
    '/api/supervision/flow': ids.map((process) => of({ process })),
    '/api/supervision/flow/cases': [
      of({ process: ids[0] ?? '', state: 'handling.verifying' }),
      of({ process: 'emergency-response', state: 'response.verifying' }),
    ],
    '/api/alarms': ['', 'box=all'],
    '/api/year-plans/overview': ['year=2026'],
    '/api/calculations/examples': ['amount=accident-level.deaths'],
  }
  return queries[path] ?? (path.startsWith('/api/exports/') ? exports : [''])
}

/** The stream is followed, not asked; single sign-on leads elsewhere. */
const otherwise = ['GET /api/live', 'GET /api/session/oidc', 'GET /api/auth/callback/oidc']

/** `body`: what is asked in the body, because it is secret. */
export type Door = { key: RouteKey; address: string; body?: unknown }

/** Every address at which a reading route is asked. */
export const doorsOf = (asked: Asked): Door[] => [
  ...(Object.keys(contract) as RouteKey[])
    .filter((key) => key.startsWith('GET ') && !otherwise.includes(key))
    .flatMap((key) => {
      const path = key.slice('GET '.length)
      return pathsOf(path, asked).flatMap((address) =>
        queriesOf(path, asked).map((query) => ({
          key,
          address: query === '' ? address : `${address}?${query}`,
        })),
      )
    }),
  { key: 'POST /api/public/follow', address: '/api/public/follow', body: asked.follow },
]

/** All that an answer says, also within a PDF or a workbook. */
export const wordsOf = async (answer: Response): Promise<string> => {
  const type = answer.headers.get('content-type') ?? ''
  const bytes = Buffer.from(await answer.arrayBuffer())
  const plain = `${bytes.toString('utf8')} ${JSON.stringify([...answer.headers])}`
  if (type.includes('pdf')) return `${pdfText(bytes)} ${plain}`
  return type.includes('spreadsheet') ? `${JSON.stringify(await readXlsx(bytes))} ${plain}` : plain
}
