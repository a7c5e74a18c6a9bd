// Under which address does each page of the administrators stand?
import { paths } from '../paths.ts'

export const adminPaths = {
  calendars: paths.calendars,
  rules: paths.rules,
  reckoner: (id: string, version: string) => `${paths.limits}?rule=${encodeURIComponent(`${id}@${version}`)}`,
  people: '/admin/people',
  person: (id: string) => `/admin/people/${encodeURIComponent(id)}`,
  ladders: '/admin/ladders',
  ladder: (process: string, clock: string) => `/admin/ladders/${process}/${clock}`,
}
