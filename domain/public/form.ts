// Which processes may somebody who is not signed in start, and what is he asked?

import { text } from '../language/words.ts'
import type { Field, ProcessDefinition } from '../model/process.ts'
import { type Region, regions } from '../organisation/regions.ts'

/** What a process tells the public of itself. */
export type PublicProcess = Pick<ProcessDefinition, 'id' | 'title' | 'summary' | 'law'> & {
  words: ProcessDefinition['start']['words']
  fields: Field[]
}

export const counties = (Object.keys(regions) as Region[]).filter(
  (code) => regions[code].level === 'county',
)

/** Nobody who is not signed in works anywhere, so he has to say where it is. */
const regionField: Field = {
  name: 'region',
  words: text('在哪个县（市、区）', 'In which district or county'),
  kind: 'choice',
  choices: Object.fromEntries(counties.map((code) => [code, regions[code].name])),
  required: true,
}

export const isPublic = ({ start }: ProcessDefinition): boolean => start.public !== undefined

/** The form of the public, in the order the process gives it; null when the process is not open to everybody. */
export const publicForm = ({
  id,
  title,
  summary,
  law,
  start,
}: ProcessDefinition): PublicProcess | null => {
  if (start.public === undefined) return null
  const byName = new Map([...start.fields, regionField].map((field) => [field.name, field]))
  return {
    id,
    title,
    summary,
    law,
    words: start.words,
    fields: start.public.flatMap((name) => byName.get(name) ?? []),
  }
}

/** Names that the form of the public does not have. */
export const strangeNames = (
  { start }: ProcessDefinition,
  data: Record<string, unknown>,
): string[] => Object.keys(data).filter((name) => !start.public?.includes(name))
