// May the files named in a form be used by this person in this case?
import { usableUploads } from '../../db/files/uploads.ts'
import { unusableFile } from '../../domain/evidence/loose.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Field } from '../../domain/model/process.ts'
import { filesIn } from '../../domain/views/answers/value-words.ts'
import type { Deps } from '../http/deps.ts'

/** Refuses files that somebody else has uploaded or that lie in another case. */
export const checkFiles = async (
  { connection }: Pick<Deps, 'connection'>,
  input: {
    fields: Field[]
    data: Record<string, unknown>
    actorId: string
    caseId: string | null
    recordings?: boolean
  },
): Promise<void> => {
  const named = input.fields.map((field) => ({
    name: field.name,
    ids: filesIn(field, input.data[field.name]),
  }))
  const all = [...new Set(named.flatMap(({ ids }) => ids))]
  const usable = await usableUploads(
    connection.db,
    all,
    input.actorId,
    input.caseId,
    input.recordings,
  )
  const wrong = named.filter(({ ids }) => ids.some((id) => !usable.has(id)))
  if (wrong.length === 0) return
  throw new DomainError('invalid-input', [unusableFile], {
    fields: Object.fromEntries(wrong.map(({ name }) => [name, unusableFile])),
  })
}
