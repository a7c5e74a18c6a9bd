// What is a filter that somebody has kept under a name?

export type FilteredList = 'cases' | 'inbox' | 'wall'

export const longestName = 60
export const mostFilters = 50
