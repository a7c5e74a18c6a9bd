// In which shape do search and kept filters answer?
import * as v from 'valibot'
import type { SearchView } from '../../domain/search/found.ts'
import type { SavedFilter } from '../../domain/search/saved-filter.ts'
import { text } from '../http/shapes.ts'

const word = v.string()
/** A text in pieces, every other one a hit. */
const marked = v.array(word)

export const search = v.strictObject({
  cases: v.array(
    v.strictObject({
      ...{ id: word, process: word, number: marked, title: marked, enterprise: v.nullable(marked), state: text },
      ...{ status: v.picklist(['open', 'closed']), level: v.nullable(v.picklist([1, 2, 3, 4])), excerpt: v.nullable(marked) },
    }),
  ),
  enterprises: v.array(v.strictObject({ id: word, name: marked, code: marked, region: text })),
  people: v.array(v.strictObject({ id: word, name: marked, mail: word, enterprise: v.nullable(word), office: text, role: text })),
}) satisfies v.GenericSchema<unknown, SearchView>

export const filter = v.strictObject({
  ...{ id: word, name: word, list: v.picklist(['cases', 'inbox', 'wall']), query: v.record(word, word) },
  ...{ mine: v.boolean(), owner: word, sharedWith: v.nullable(word), updatedAt: v.pipe(word, v.isoTimestamp()) },
}) satisfies v.GenericSchema<unknown, SavedFilter>

export const filters = v.strictObject({ items: v.array(filter) })
