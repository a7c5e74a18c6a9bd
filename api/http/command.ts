// How does a request become a command row, and the row an answer?
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { ActAnswer } from '../../contract/case/cases.ts'
import { type Command, findCommand } from '../../db/cases/commands.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError, type Problem } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Actor, Holder, Machine, Person, Public } from '../../domain/organisation/actor.ts'
import type { ApiEnv, Deps } from './deps.ts'
import { invalid } from './input.ts'

export type Author = Person | Machine | Public | Holder
/** What identifies a request: who, under which key, with which content. */
export type IdempotentRequest = { author: Author; id: string; hash: string; keyed: boolean }

export const authorOf = (actor: Actor): Person | Machine => {
  if (actor.kind === 'person' || actor.kind === 'machine') return actor
  throw new DomainError('not-allowed')
}

/** What somebody wrote without a connection is never sent under the name of who has signed in on his device meanwhile. */
export const asWritten = (c: Context<ApiEnv>, writtenBy: string | undefined): void => {
  if (writtenBy === undefined || writtenBy === authorOf(c.var.actor).id) return
  throw new DomainError('not-allowed', [
    text(
      '由另一人书写，须由其本人提交',
      'Another person wrote this, and only that person may send it',
    ),
  ])
}

/** The Idempotency-Key of a request, if it carries one. */
export const keyOf = (c: Context<ApiEnv>): string | undefined => {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalid([{ path: 'idempotency-key', message: '1–200 printable characters' }])
  return key
}

/** A hash in the form of a UUID (version 8), for what is kept under one. */
export const asUuid = (hash: string): string =>
  [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')

/** Without an Idempotency-Key every request is a request of its own. */
export const requestOf = (c: Context<ApiEnv>, sent: unknown): IdempotentRequest => {
  const author = authorOf(c.get('actor'))
  const key = keyOf(c)
  return {
    author,
    id: commandId(author.id, key ?? randomUUID()),
    hash: bodyHash(sent),
    keyed: key !== undefined,
  }
}

/** The same request made before; the same key with other content is refused. */
export const madeBefore = async (
  { connection }: Pick<Deps, 'connection'>,
  request: IdempotentRequest,
): Promise<Command | null> => {
  const known = request.keyed ? await findCommand(connection.db, request.id) : null
  return known && sameContent(known, request)
}

type Order = Pick<Command, 'caseId' | 'type' | 'taskId' | 'body' | 'ifMatch'> & { at: string }

/** The command as it will be stored with what it does. */
export const commandFor = (request: IdempotentRequest, { at, ...order }: Order): Command => ({
  ...order,
  id: request.id,
  actor: { kind: request.author.kind, id: request.author.id },
  bodyHash: request.hash,
  occurredAt: at,
  recordedAt: at,
  answer: null,
})

/** What was kept under a key, as it was given; the same key with other content is refused. */
export const sameContent = <Kept extends { bodyHash: string }>(
  kept: Kept,
  request: Pick<IdempotentRequest, 'hash'>,
): Kept => {
  if (kept.bodyHash !== request.hash) throw new DomainError('key-reused')
  return kept
}

/** The answer to a command: the stored one, or that of the transaction which decides and stores it now. A refusal's words are in the row. */
export const answerTo = async (
  deps: Pick<Deps, 'cases' | 'connection'>,
  command: Command,
  process: string,
): Promise<ActAnswer> => {
  if (command.answer) return { id: command.caseId, ...storedAnswer(command.answer) }
  try {
    const { caseId: id, ...done } = await deps.cases.give(process, command)
    return { id, ...done, committed: true }
  } catch (error) {
    const known =
      error instanceof DomainError
        ? await findCommand(deps.connection.db, command.id).catch(() => null)
        : null
    if (known?.answer && known.bodyHash === command.bodyHash)
      return { id: known.caseId, ...storedAnswer(known.answer) }
    throw error
  }
}

const storedAnswer = (answer: NonNullable<Command['answer']>) => {
  if (!answer.ok) throw asError(answer.problem)
  return { revision: answer.revision, material: answer.material, committed: true as const }
}

const asError = ({ code, reasons, details }: Problem): DomainError =>
  new DomainError(code, reasons, details)

/** `If-Match: "12"`, also weak or bare; `*` asks for nothing. */
export const ifMatchOf = (c: Context<ApiEnv>): number | null => {
  const header = c.req.header('if-match')?.trim()
  if (header === undefined || header === '*') return null
  const revision = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1]
  if (revision === undefined) {
    throw new DomainError('invalid-input', [
      text('If-Match 须为案件的版本号', 'If-Match must be the revision of the case'),
    ])
  }
  return Number(revision)
}
