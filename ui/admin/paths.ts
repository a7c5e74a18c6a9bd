// Under which address does each page of the administrators stand?
import { paths } from '../client/paths.ts'

export const adminPaths = {
  calendars: paths.calendars,
  calendarNew: '/admin/changes/notice',
  rules: paths.rules,
  change: (id: string) => `/admin/changes/${id}`,
  ruleNew: (rule = '') =>
    `/admin/changes/new${rule === '' ? '' : `?rule=${encodeURIComponent(rule)}`}`,
  amountNew: (amount: string) => `/admin/changes/amount?amount=${encodeURIComponent(amount)}`,
  takeBack: (id: string) => `/admin/changes/new?revoke=${encodeURIComponent(id)}`,
  reckoner: (id: string, version: string) =>
    `${paths.limits}?rule=${encodeURIComponent(`${id}@${version}`)}`,
  people: '/admin/people',
  personNew: '/admin/people/new',
  enterprises: '/admin/enterprises',
  enterprise: (id: string) => `/admin/enterprises/${encodeURIComponent(id)}`,
  machines: '/admin/machines',
  person: (id: string) => `/admin/people/${encodeURIComponent(id)}`,
  routing: '/admin/routing',
  competences: '/admin/competences',
  escalationPolicies: '/admin/ladders',
  devices: '/admin/devices',
  letters: '/admin/letters',
  cameras: '/admin/cameras',
  receivers: '/admin/receivers',
  feeds: '/admin/feeds',
  escalationPolicy: (process: string, clock: string) => `/admin/ladders/${process}/${clock}`,
}
