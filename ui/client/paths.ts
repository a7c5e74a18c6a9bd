// Under which address does each screen stand?
import type { InboxBox } from '../../domain/views/case-views.ts'

const query = (values: Record<string, string | undefined>) => {
  const parts = Object.entries(values).flatMap(([key, value]) =>
    value ? [`${key}=${encodeURIComponent(value)}`] : [],
  )
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

export type CaseTab = 'overview' | 'materials' | 'flow' | 'clocks' | 'record'

export const paths = {
  home: '/',
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  forgotten: '/access/forgotten',
  inbox: (box?: InboxBox) => `/inbox${query({ box })}`,
  cases: '/cases',
  casesWith: (q: string) => `/cases${query({ q })}`,
  search: (q?: string) => `/search${query({ q })}`,
  clocks: '/supervise/clocks',
  team: '/team',
  flow: '/supervise/flow',
  discretion: '/supervise/discretion',
  digest: (date?: string) => `/supervise/digest${query({ date })}`,
  case: (id: string, tab?: CaseTab) => `/case/${id}${query({ tab })}`,
  incident: (id: string) => `/incident/${id}`,
  /** `chosen`: what of a choice of the form stands in it already. */
  act: (id: string, type: string, task?: string | null, chosen: Record<string, string> = {}) =>
    `/case/${id}/act/${encodeURIComponent(type)}${query({ task: task ?? undefined, ...chosen })}`,
  sent: (id: string, type: string, pending: boolean) =>
    `/case/${id}${query({ sent: type, pending: pending ? '1' : undefined })}`,
  report: (process: string, selfCheck?: string) => `/report/${process}${query({ selfCheck })}`,
  matters: '/e/cases',
  ledger: (enterprise?: string) => `/e/ledger${query({ enterprise })}`,
  statistics: '/statistics',
  ownStatistics: (period?: string, enterprise?: string) =>
    `/e/statistics${query({ period, enterprise })}`,
  limits: '/limits',
  rules: '/rules',
  me: '/me',
  laboratory: '/lab',
  health: '/health',
  process: (id: string) => `/process/${id}`,
  administration: '/admin',
  calendars: '/admin/calendars',
  mailbox: '/mailbox',
  duty: '/duty',
  dutyLog: '/duty/log',
  dutyPermits: '/duty/permits',
  dutyFigures: '/duty/figures',
  device: (id: string, point?: number | null) =>
    `/device/${id}${query({ point: point ? String(point) : undefined })}`,
  cameras: '/cameras',
  warnings: '/warnings',
  public: '/public',
  publicReport: (process: string) => `/public/report/${process}`,
  publicFollow: '/public/follow',
  publicNotices: '/public/notices',
  licences: '/licences',
  licence: (id: string) => `/licences/${id}`,
  licenceLookup: '/licences/lookup',
  registers: '/registers',
  register: (register: string) => `/registers/${register}`,
  newRegisterEntry: (register: string) => `/registers/${register}/propose`,
  registerEntry: (register: string, id: string) => `/registers/${register}/${id}`,
  changeRegisterEntry: (register: string, id: string) => `/registers/${register}/${id}/change`,
  publicRegisters: (register?: string) => `/public/registers${register ? `/${register}` : ''}`,
  services: '/services',
  service: (process: string) => `/services/${process}`,
  ownServices: '/e/services',
  ownService: (process: string) => `/e/services/${process}`,
}
