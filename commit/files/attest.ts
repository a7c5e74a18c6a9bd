// Which files does an act name, and what did each of them hold when it was named?
import type { Command } from '../../db/cases/commands.ts'
import type { Executor } from '../../db/client.ts'
import { lockHashes } from '../../db/files/uploads.ts'
import type { Draft } from '../../domain/model/draft.ts'
import { definitionOf, type ProcessDefinition } from '../../domain/model/process.ts'
import type { NewFact } from '../../domain/model/record.ts'
import { verbOf } from '../../domain/tasks/verbs.ts'
import { filesIn } from '../../domain/views/value-words.ts'

/** The files that its form names. */
export const filesOf = (
  process: ProcessDefinition,
  { type, body }: Pick<Command, 'type' | 'body'>,
): string[] => {
  const fields = (definitionOf(process, type) ?? verbOf(type))?.fields ?? []
  return fields.flatMap((field) => filesIn(field, body[field.name]))
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
