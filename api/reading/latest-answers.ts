// What has each question of a case's forms been answered last?
import type { CaseStep } from '../../db/cases/cases-reads.ts'
import type { Related } from '../../db/cases/related-reads.ts'
import type { Upload } from '../../db/files/uploads.ts'
import { type Audience, visible } from '../../domain/model/audience.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { FactField } from '../../domain/views/answers/fact-views.ts'
import { fieldsOf } from '../../domain/views/fact-fields.ts'
import { withParts } from './fact-parts.ts'

type Answered = {
  process: ProcessDefinition
  record: CaseRecord
  course: CaseStep[]
  uploads: Upload[]
  related: Related[]
}

/** The latest answer to each question the forms have asked, in the order of the process, each with the act that gave it. */
export const latestAnswers = (
  { process, record, course, uploads, related }: Answered,
  audience: Audience,
): FactField[] => {
  // What an item or another case begins with is about that, not about this case; a note in the log is about its moment.
  const opening = (process.items ?? []).map(({ opens }) => opens)
  const acts = [
    [process.start.type, process.start] as const,
    ...Object.entries(process.events).filter(
      ([type, { links, appendsOnly }]) =>
        !opening.includes(type) &&
        (links?.opens === undefined || links.aboutBoth === true) &&
        !appendsOnly,
    ),
  ]
  const saidAt = new Map<string, number>()
  for (const { type, last } of course) saidAt.set(type, Math.max(last, saidAt.get(type) ?? 0))
  const answered = acts.flatMap(([type, definition]) => {
    const data = record.data[type]
    if (!data || !visible(definition.audience, audience)) return []
    const at = saidAt.get(type) ?? 0
    return withParts(fieldsOf({ type, data }, definition, audience), definition, data, {
      uploads,
      related,
    }).map((field) => ({ field: { ...field, act: definition.words }, at }))
  })
  // Several acts may ask for the same: what was said last stands, with the rest of what was said then.
  const latest = new Map<string, (typeof answered)[number]>()
  for (const one of answered) {
    const question = `${one.field.name} ${one.field.label.zh}`
    if (one.at < (latest.get(question)?.at ?? 0)) continue
    latest.delete(question)
    latest.set(question, one)
  }
  return [...latest.values()].map(({ field }) => field)
}
