// How do the files that a form made up for a test names come to be there, as if somebody had uploaded them?
import type { Database } from '../../../db/client.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { definitionOf, type ProcessDefinition } from '../../../domain/model/process.ts'
import { verbOf } from '../../../domain/tasks/verbs.ts'
import { filesIn } from '../../../domain/views/answers/value-words.ts'

type Named = { type: string; data: Record<string, unknown>; who: string; at: string }

/** A row for each file that this act names; one that is there stays as it is. */
export const bringNamedFiles = async (
  db: Database,
  process: ProcessDefinition,
  { type, data, who, at }: Named,
): Promise<void> => {
  const fields = (definitionOf(process, type) ?? verbOf(type))?.fields ?? []
  const ids = [...new Set(fields.flatMap((field) => filesIn(field, data[field.name])))]
  if (ids.length === 0) return
  const kept = { sha256: 'a'.repeat(64), name: 'a.jpg', type: 'image/jpeg', size: 1 }
  const rows = ids.map((id) => ({ ...kept, id, uploadedBy: who, at }))
  await db.insert(files).values(rows).onConflictDoNothing()
}
