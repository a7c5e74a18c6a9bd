// How soon does another person hear of an act, and how soon does his inbox show it?
import type { InboxRow } from '../../contract/case/lists.ts'
import type { PageOf } from '../../contract/parts/pieces.ts'
import { type Ledger, perform, type Track } from '../acts.ts'
import type { Visitor } from '../http.ts'

/** Milliseconds from sending the act, in ascending order. */
export type Visible = { heard: number[]; shown: number[] }

const PATIENCE_MS = 10_000

/** Tasks of `tracks` are claimed and released one by one while another person listens and then reads his pool. */
export const watchActs = async (
  tracks: Track[],
  reader: Visitor,
  ledger: Ledger,
  until: { acts: number } | { at: number },
): Promise<Visible> => {
  const hearing = new Map<string, (revision: number) => void>()
  const leave = await reader.listen(
    ({ kind, id, revision }) => kind === 'case' && hearing.get(id)?.(revision),
  )
  const seen: Visible = { heard: [], shown: [] }
  const more = () =>
    'acts' in until ? seen.shown.length < until.acts : performance.now() < until.at
  try {
    for (let turn = 0; more(); turn += 1) {
      const track = tracks[turn % tracks.length] as Track
      const released = track.done % track.steps.length === track.steps.length - 1
      const heard = new Promise<number>((resolve) => hearing.set(track.caseId, resolve))
      const sent = performance.now()
      const acting = perform(track, ledger)
      const revision = await soon(heard, acting)
      seen.heard.push(performance.now() - sent)
      await shows(reader, track.caseId, revision, released)
      seen.shown.push(performance.now() - sent)
      await acting
    }
  } finally {
    leave()
  }
  return { heard: seen.heard.sort((a, b) => a - b), shown: seen.shown.sort((a, b) => a - b) }
}

const soon = async (heard: Promise<number>, acting: Promise<unknown>): Promise<number> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('an act was never heard of')), PATIENCE_MS)
  })
  try {
    return await Promise.race([heard, late, acting.then(() => Promise.race([heard, late]))])
  } finally {
    clearTimeout(timer)
    late.catch(() => undefined)
  }
}

/** The pool read at that revision must hold a released task and must not hold a claimed one. */
const shows = async (
  reader: Visitor,
  caseId: string,
  revision: number,
  released: boolean,
): Promise<void> => {
  const { body } = await reader.ask<PageOf<InboxRow>>(
    'GET',
    `/api/inbox?box=pool&limit=100&minRevision=${caseId}:${revision}`,
  )
  if (body.items.some((row) => row.caseId === caseId) !== released)
    throw new Error('the inbox does not show what has been committed')
}
