// How long does a dossier of three hundred pages take, and what do those notice of it who act meanwhile?
import { setTimeout as sleep } from 'node:timers/promises'
import { createPeople, type People } from '../../bin/seed/people.ts'
import { cuesOf } from '../../bin/seed/script.ts'
import { enforcement } from '../../bin/seed/stories/enforcement.ts'
import type { DossierView } from '../../contract/documents/dossier.ts'
import { instant } from '../../domain/time/instant.ts'
import { deskSteps, type Ledger, openCases, perform, type Track } from '../acts.ts'
import { signIn } from '../http.ts'
import { mean } from '../loop.ts'
import type { Stage } from '../stage.ts'
import { pdfOfPages } from './pdf-of-pages.ts'

/** `seconds`: of each making; `before` and `beside`: milliseconds of acts without and while one is made, ascending. */
export type DossierFigures = {
  pages: number
  clients: number
  seconds: number[]
  before: number[]
  beside: number[]
}

const OFFICER = 'changshan.inspector1'
/** Who has it made; an officer may only while a task of the case is his. */
const CHIEF = 'changshan.chief'
const PAPERS = 15
const PAGES_PER_PAPER = 20
const MAKINGS = 3
const CLIENTS = 4
const BEFORE_MS = 15_000
const PATIENCE_MS = 300_000

/** The case is investigated by the product; each further piece of evidence puts its dossier out of date. */
export const measureDossier = async (
  stage: Stage,
  log: (words: string) => void,
): Promise<DossierFigures> => {
  const people = createPeople(stage.base)
  const id = await investigate(people)
  await bring(people, id, PAPERS)
  const tracks = await desks(stage)
  const ledger: Ledger = { acked: [], retries: 0 }
  const before = await actWhile(tracks, ledger, sleep(BEFORE_MS))
  const seconds: number[] = []
  const beside: number[] = []
  for (let nth = 0; nth < MAKINGS; nth += 1) {
    if (nth > 0) await bring(people, id, 1)
    const began = performance.now()
    beside.push(...(await actWhile(tracks, ledger, make(stage, id))))
    seconds.push((performance.now() - began) / 1000)
    log(`enforcement: a dossier in ${seconds.at(-1)?.toFixed(1)} s`)
  }
  const ascending = (values: number[]) => values.sort((a, b) => a - b)
  log(`enforcement: acts ${mean(before).toFixed(0)} ms, beside it ${mean(beside).toFixed(0)} ms`)
  return {
    pages: PAPERS * PAGES_PER_PAPER,
    clients: CLIENTS,
    seconds,
    before: ascending(before),
    beside: ascending(beside),
  }
}

/** As the demo's first case begins, under keys of its own. */
const investigate = async (people: People): Promise<string> => {
  const cues = cuesOf(enforcement.slice(0, 1), instant(Date.now()))
  const [filing, approval] = cues
  if (!filing || !approval) throw new Error('the demo tells of no penalty case')
  const { id } = await people.start(filing.by, filing.process, filing.data, 'bench/dossier')
  await people.act(approval.by, id, approval.act, approval.data, 'bench/dossier/approved')
  return id
}

let brought = 0
const bring = async (people: People, id: string, count: number): Promise<void> => {
  const evidence = cuesOf(enforcement, instant(Date.now())).find(
    ({ act }) => act === 'record-evidence',
  )
  if (!evidence) throw new Error('the demo records no evidence')
  const files: string[] = []
  for (let n = 0; n < count; n += 1) {
    brought += 1
    const bytes = pdfOfPages(PAGES_PER_PAPER, `evidence ${brought}`)
    files.push((await people.upload(OFFICER, `evidence-${brought}.pdf`, bytes)).id)
  }
  const key = `bench/dossier/evidence/${brought}`
  const data = { ...evidence.data, files }
  await people.act(OFFICER, id, 'record-evidence', data, key)
  await people.act('changshan.inspector2', id, 'sign', { opinion: '属实' }, `${key}/signed`)
}

const desks = async (stage: Stage): Promise<Track[]> => {
  const ids = await openCases(await signIn(stage.base, 'e001.safety'), CLIENTS * 4)
  const officers = await Promise.all(
    [1, 2, 3, 4].map((n) => signIn(stage.base, `kecheng.inspector${n}`)),
  )
  return ids.map((caseId, at) => {
    const officer = officers[at % officers.length]
    if (!officer) throw new Error('nobody acts')
    return { caseId, steps: deskSteps(officer), done: 0 }
  })
}

/** Each client goes round his own cases, act after act, until the work has ended; answers the milliseconds of each act. */
const actWhile = async (
  tracks: Track[],
  ledger: Ledger,
  work: Promise<unknown>,
): Promise<number[]> => {
  let ended = false
  const ms: number[] = []
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const own = tracks.filter((_, at) => at % CLIENTS === client)
    for (let turn = 0; !ended; turn += 1) {
      const track = own[turn % own.length]
      if (track) ms.push(await perform(track, ledger))
    }
  })
  await work.finally(() => {
    ended = true
  })
  await Promise.all(clients)
  return ms
}

const make = async ({ base }: Stage, id: string): Promise<void> => {
  const chief = await signIn(base, CHIEF)
  const path = `/api/cases/${id}/dossier`
  const { status, body: asked } = await chief.ask<DossierView>('POST', path)
  if (status !== 202) throw new Error(`the dossier is not made: ${status} ${JSON.stringify(asked)}`)
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(200)) {
    const { body } = await chief.ask<DossierView>('GET', path)
    if (body.run?.state === 'failed') throw new Error('the dossier could not be made')
    if (body.run?.state === 'made' && !body.run.outdated) return
  }
  throw new Error('the dossier is not made')
}
