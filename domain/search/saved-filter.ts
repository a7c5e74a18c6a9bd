// What is a filter that somebody has kept under a name?

export type FilteredList = 'cases' | 'inbox' | 'wall'

export const longestName = 60
export const mostFilters = 50

export type SavedFilter = {
  id: string
  name: string
  list: FilteredList
  query: Record<string, string>
  /** Kept by oneself: to be renamed, shared and taken away. */
  mine: boolean
  owner: string
  /** The office whose people find it too. */
  sharedWith: string | null
  updatedAt: string
}
