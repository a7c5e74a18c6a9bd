// What do search and saved filters take and answer?
import * as v from 'valibot'
import { filteredLists } from '../../domain/search/filters.ts'
import { searchKinds } from '../../domain/search/found.ts'
import { type FilteredList, longestName } from '../../domain/search/saved-filter.ts'
import { longestQuestion } from '../../domain/search/tokens.ts'
import { shortText } from '../parts/date-inputs.ts'
import { bilingual, flag, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

/** A text in pieces, every other one a hit. */
const marked = list(string)

/** Grouped by kind, within the scope of who asks; of a kind not asked for nothing. */
const search = v.strictObject({
  cases: list(
    v.strictObject({
      id: string,
      process: string,
      number: marked,
      title: marked,
      enterprise: maybe(marked),
      state: bilingual,
      status: v.picklist(['open', 'closed']),
      level: maybe(v.picklist([1, 2, 3, 4])),
      /** A line of what was written in the case, where the words stand there. */
      excerpt: maybe(marked),
    }),
  ),
  enterprises: list(v.strictObject({ id: string, name: marked, code: marked, region: bilingual })),
  people: list(
    v.strictObject({
      id: string,
      name: marked,
      mail: string,
      enterprise: maybe(string),
      office: bilingual,
      role: bilingual,
    }),
  ),
})
export type SearchView = v.InferOutput<typeof search>
export type FoundCase = SearchView['cases'][number]
export type SearchedPerson = SearchView['people'][number]

const filter = v.strictObject({
  id: string,
  name: string,
  list: v.picklist(['cases', 'inbox', 'wall']),
  query: v.record(string, string),
  /** Kept by oneself: to be renamed, shared and taken away. */
  mine: flag,
  owner: string,
  /** The office whose people find it too. */
  sharedWith: maybe(string),
  updatedAt: moment,
})
export type SavedFilter = v.InferOutput<typeof filter>

const filters = v.strictObject({ items: list(filter) })
const name = v.pipe(string, v.trim(), v.regex(/\S/), v.maxLength(longestName))
const query = v.record(v.pipe(string, v.maxLength(20)), v.pipe(string, v.maxLength(200)))
const sharedWith = v.optional(maybe(shortText), null)
export const filterChangeBody = v.strictObject({ name, query, sharedWith })
const filteredList = v.picklist(filteredLists as [FilteredList, ...FilteredList[]])
export const filterBody = v.strictObject({ name, list: filteredList, query, sharedWith })
export const filtersQuery = v.object({ list: v.optional(filteredList) })
const most = 50

export const searchQuery = v.object({
  q: v.pipe(string, v.maxLength(longestQuestion)),
  /** Some of `case`, `enterprise`, `person` with commas between; all when left out. */
  kinds: v.optional(
    v.pipe(
      string,
      v.maxLength(40),
      v.check(
        (list) =>
          list.split(',').every((kind) => (searchKinds as readonly string[]).includes(kind)),
        'case, enterprise or person',
      ),
    ),
    searchKinds.join(','),
  ),
  limit: v.optional(
    v.pipe(string, v.regex(/^\d{1,2}$/), v.transform(Number), v.minValue(1), v.maxValue(most)),
    '8',
  ),
})

export const searchContract = {
  'GET /api/search': {
    query: searchQuery,
    status: 200,
    description: 'What was found, in groups',
    answer: search,
  },
  'GET /api/filters': {
    query: filtersQuery,
    status: 200,
    description: 'One’s own first',
    answer: filters,
  },
  'POST /api/filters': { body: filterBody, status: 201, description: 'Kept', answer: filter },
  'PUT /api/filters/{id}': {
    body: filterChangeBody,
    status: 200,
    description: 'Changed',
    answer: filter,
  },
  'DELETE /api/filters/{id}': { status: 204, description: 'Taken away' },
} as const satisfies ContractRoutes
