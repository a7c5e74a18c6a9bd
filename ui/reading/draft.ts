// What is a draft, when is it worth keeping, and under which key is it sent?

import type { PhotoView } from '../../domain/evidence/photo.ts'
import type { TakenInput } from '../../domain/evidence/photo-input.ts'
import { looseForDays } from '../../domain/evidence/upload.ts'
import type { Text } from '../../domain/language/words.ts'

/** A file beside the draft; its bytes lie apart, so that a typed letter does not write photographs again. */
export type KeptUpload = {
  key: string
  name: string
  type: string
  size: number
  keptAt: string
  taken: TakenInput
  stored: PhotoView | null
  storedAt: string | null
}

const dayMs = 86_400_000

/** Whether a file is to be sent, also once more under its own key: after so long the server may have removed what no act has taken up. */
export const isToSend = (
  { keptAt, stored, storedAt }: Pick<KeptUpload, 'keptAt' | 'stored' | 'storedAt'>,
  now = Date.now(),
): boolean => {
  if (stored === null) return true
  const isHere = keptAt !== ''
  return isHere && storedAt !== null && now > Date.parse(storedAt) + (looseForDays - 1) * dayMs
}

/** One request: its Idempotency-Key, what was sent under it, and whether an answer came. */
export type IdempotentRequest = { key: string; sentAs: string; unanswered: boolean }

export type Draft = {
  name: string
  title: Text
  href: string
  at: string
  data: Record<string, string | boolean>
  labels: Record<string, string>
  uploads: Record<string, KeptUpload[]>
  request: IdempotentRequest
}

/** Of the form of an act; changing what already waits to be sent (`entry`) disturbs nothing else that is being written. */
export const actDraftName = (caseId: string, type: string, entry?: string): string =>
  [caseId, type, ...(entry ? [entry] : [])].join(':')

/** Only what was filled in is worth a place on the device; `shown`: what the form began with, which may be something newer when it is opened again. */
export const typedIn = (
  values: Record<string, unknown>,
  shown: Record<string, unknown> = {},
): Draft['data'] =>
  Object.fromEntries(
    Object.entries(values).filter(
      (pair): pair is [string, string | boolean] =>
        ((typeof pair[1] === 'string' && pair[1] !== '') || pair[1] === true) &&
        pair[1] !== shown[pair[0]],
    ),
  )

export const photosIn = (draft: Pick<Draft, 'uploads'>): KeptUpload[] =>
  Object.values(draft.uploads).flat()

export const isWorthKeeping = (draft: Pick<Draft, 'data' | 'uploads' | 'request'>): boolean =>
  Object.keys(draft.data).length > 0 || photosIn(draft).length > 0 || draft.request.unanswered

/** The key stays as long as the content does, also over a crash; other content is another request. */
export const claimed = (
  request: IdempotentRequest,
  content: string,
  newKey: () => string,
): IdempotentRequest => ({
  key: request.sentAs === '' || request.sentAs === content ? request.key : newKey(),
  sentAs: content,
  unanswered: true,
})

/** What was typed while the draft was being read wins over the draft. */
export const restored = <Value>(
  typed: Record<string, Value>,
  found: Record<string, Value>,
): Record<string, Value> => ({
  ...found,
  ...Object.fromEntries(
    Object.entries(typed).filter(([, value]) => value !== undefined && value !== ''),
  ),
})

/** How much would be lost by leaving. */
export const unsent = (drafts: Draft[]): { drafts: number; photos: number } => ({
  drafts: drafts.length,
  photos: drafts.reduce((sum, draft) => sum + photosIn(draft).length, 0),
})
