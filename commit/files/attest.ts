// Which files does an act name, and what did each of them hold when it was named?
import type { Command } from '../../db/cases/commands.ts'
import type { Executor } from '../../db/client.ts'
import { lockHashes } from '../../db/files/uploads.ts'
import { unusableFile } from '../../domain/evidence/loose.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Draft } from '../../domain/model/draft.ts'
import { definitionOf, type Field, type ProcessDefinition } from '../../domain/model/process.ts'
import type { NewFact } from '../../domain/model/record.ts'
import { verbOf } from '../../domain/tasks/verbs.ts'
import { filesIn } from '../../domain/views/answers/value-words.ts'

/** The files that its form names. */
const filesOf = (
  process: ProcessDefinition,
  { type, body }: Pick<Command, 'type' | 'body'>,
): string[] => fieldsOf(process, type).flatMap((field) => filesIn(field, body[field.name]))

const fieldsOf = (process: ProcessDefinition, type: string): readonly Field[] =>
  (definitionOf(process, type) ?? verbOf(type))?.fields ?? []

/** The files that a command names, bound to no other and removed by nobody until the transaction ends; refused where one is gone since it was looked at. */
export const lockFiles = async (
  tx: Executor,
  process: ProcessDefinition,
  command: Pick<Command, 'type' | 'body'>,
): Promise<string[]> => {
  const ids = [...new Set(filesOf(process, command))]
  if (ids.length === 0) return ids
  const there = new Set((await lockHashes(tx, ids)).map(({ id }) => id))
  const wrong = fieldsOf(process, command.type).filter((field) =>
    filesIn(field, command.body[field.name]).some((id) => !there.has(id)),
  )
  if (wrong.length === 0) return ids
  throw new DomainError('invalid-input', [unusableFile], {
    fields: Object.fromEntries(wrong.map(({ name }) => [name, unusableFile])),
  })
}

/** The draft whose facts say what the files that they name hold, so that their hashes are under the chain. */
export const attest = async (
  tx: Executor,
  process: ProcessDefinition,
  draft: Draft,
  ofCommand: readonly string[],
): Promise<Draft> => {
  const named = draft.facts.map((fact) => namedIn(process, fact, ofCommand))
  const ids = [...new Set(named.flat())]
  if (ids.length === 0) return draft
  const hashes = new Map((await lockHashes(tx, ids)).map(({ id, sha256 }) => [id, sha256]))
  const facts = draft.facts.map((fact, index) => {
    const files = (named[index] ?? []).flatMap((id) => {
      const hash = hashes.get(id)
      return hash === undefined ? [] : [[id, hash]]
    })
    return files.length === 0 ? fact : { ...fact, files: Object.fromEntries(files) }
  })
  return { ...draft, facts }
}

/** Those of its own form, and those of the command that stand deeper in it: an act that was only proposed lies within another. */
const namedIn = (
  process: ProcessDefinition,
  { type, data }: NewFact,
  ofCommand: readonly string[],
): string[] => {
  const said = new Set(wordsIn(data))
  return [...filesOf(process, { type, body: data }), ...ofCommand.filter((id) => said.has(id))]
}

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
