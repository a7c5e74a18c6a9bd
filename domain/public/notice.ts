// What of a published fact stands on the public page?

import type { Text } from '../language/words.ts'
import type { StoredFact } from '../model/chain.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { definitionOf } from '../model/process.ts'
import { type Region, regions } from '../organisation/regions.ts'
import type { Instant } from '../time/instant.ts'
import type { FactField } from '../views/answers/fact-views.ts'
import { fieldsOf } from '../views/fact-fields.ts'

export type Published = Pick<StoredFact, 'type' | 'occurredAt' | 'data' | 'audience'>
/** A published fact with what is publicly known of its case. */
export type PublishedCase = {
  process: string
  number: string
  region: Region
  level: number | null
  enterprise: string | null
}

export type PublicNotice = {
  process: string
  processTitle: Text
  number: string
  enterprise: string | null
  region: Text
  level: 1 | 2 | 3 | 4 | null
  type: string
  words: Text
  at: Instant
  fields: FactField[]
  /** What else has been published about the same case, oldest first. */
  others: { words: Text; at: Instant }[]
}

/** A kind of fact that is published, with the fields that everybody may read, and the later facts that withdraw it. */
export type PublishedType = {
  process: string
  type: string
  fields: string[]
  withdrawnBy: string[]
}

export const publishedTypes = ({ id, events }: ProcessDefinition): PublishedType[] =>
  Object.entries(events).flatMap(([type, { publishes, audience, show }]) =>
    publishes && audience === 'public'
      ? [{ process: id, type, fields: show.public, withdrawnBy: withdrawing(events, type) }]
      : [],
  )

const withdrawing = (events: ProcessDefinition['events'], published: string): string[] =>
  Object.entries(events).flatMap(([type, { withdraws = [] }]) =>
    [withdraws].flat().includes(published) ? [type] : [],
  )

/** Only fields that the event shows to everybody; the title of a case may be a reporter's own words and stays inside. */
export const publicNotice = (
  process: ProcessDefinition,
  about: PublishedCase,
  fact: Published,
  others: Pick<Published, 'type' | 'occurredAt'>[],
): PublicNotice => ({
  process: process.id,
  processTitle: process.title,
  number: about.number,
  enterprise: about.enterprise,
  region: regions[about.region].name,
  level: about.level as PublicNotice['level'],
  type: fact.type,
  words: wordsOf(process, fact.type),
  at: fact.occurredAt,
  fields:
    fact.audience === 'public'
      ? fieldsOf(fact, definitionOf(process, fact.type), 'public').filter(
          isWords(process, fact.type),
        )
      : [],
  others: others.map(({ type, occurredAt }) => ({ words: wordsOf(process, type), at: occurredAt })),
})

const wordsOf = (process: ProcessDefinition, type: string): Text =>
  definitionOf(process, type)?.words ?? { zh: type, en: type }

/** Files are not given out here. */
const isWords = (process: ProcessDefinition, type: string) => {
  const files = new Set(
    definitionOf(process, type)?.fields.flatMap(({ name, kind }) =>
      kind === 'files' ? [name] : [],
    ),
  )
  return ({ name }: FactField) => !files.has(name)
}
