// How is asked what could not be used, and how is it tried again?
import type { LetterKind } from '../../domain/letters/views.ts'
import { ask } from './asking.ts'

const limit = 50
export type Sought = { feed: string; reason: string; day: string; cursor: string }

export const letterApi = {
  overview: () => ask('GET /api/letters'),
  frames: (sought: Sought) => ask('GET /api/letters/frames', { query: { ...sought, limit } }),
  counts: (sought: Sought) => ask('GET /api/letters/counts', { query: { ...sought, limit } }),
  commands: (cursor: string) => ask('GET /api/letters/commands', { query: { cursor, limit } }),
  outbox: (cursor: string) => ask('GET /api/letters/outbox', { query: { cursor, limit } }),
  frame: (id: number) => ask('GET /api/letters/frames/{id}', { path: { id } }),
}

const folders = {
  frame: 'frames',
  command: 'commands',
  outbox: 'outbox',
} as const satisfies Record<LetterKind, string>

export const tryAgain = (kind: LetterKind, id: string | number, reason: string, key: string) =>
  ask(`POST /api/letters/${folders[kind]}/{id}/replay`, { path: { id }, body: { reason }, key })
