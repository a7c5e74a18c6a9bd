// How soon does another person hear of an act, and how soon does his inbox show it?
import type { InboxRow } from '../../contract/case/lists.ts'
import type { PageOf } from '../../contract/parts/pieces.ts'
import { type Ledger, perform, type Track } from '../acts.ts'
import type { Visitor } from '../http.ts'

/** Milliseconds from sending the act, in ascending order. */
export type Visible = { announced: number[]; visible: number[] }

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
  const seen: Visible = { announced: [], visible: [] }
  const more = () =>
    'acts' in until ? seen.visible.length < until.acts : performance.now() < until.at
  try {
    for (let turn = 0; more(); turn += 1) {
      const track = tracks[turn % tracks.length] as Track
      const released = track.done % track.steps.length === track.steps.length - 1
      const announcement = new Promise<number>((resolve) => hearing.set(track.caseId, resolve))
      const sent = performance.now()
      const acting = perform(track, ledger)
      const revision = await soon(announcement, acting)
      seen.announced.push(performance.now() - sent)
      await shows(reader, track.caseId, revision, released)
      seen.visible.push(performance.now() - sent)
      await acting
    }
  } finally {
    leave()
  }
  return {
    announced: seen.announced.sort((a, b) => a - b),
    visible: seen.visible.sort((a, b) => a - b),
  }
}

const soon = async (announcement: Promise<number>, acting: Promise<unknown>): Promise<number> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('an act was never heard of')), PATIENCE_MS)
  })
  try {
    return await Promise.race([
      announcement,
      late,
      acting.then(() => Promise.race([announcement, late])),
    ])
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
