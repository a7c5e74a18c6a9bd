// Under which address does each screen stand?
import type { InboxBox } from '../domain/case/views.ts'

const query = (values: Record<string, string | undefined>) => {
  const parts = Object.entries(values).flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

export type CaseTab = 'overview' | 'flow' | 'clocks' | 'record'

export const paths = {
  home: '/',
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  inbox: (box?: InboxBox) => `/inbox${query({ box })}`,
  cases: '/cases',
  clocks: '/supervise/clocks',
  case: (id: string, tab?: CaseTab) => `/case/${id}${query({ tab })}`,
  act: (id: string, type: string, task?: string | null) =>
    `/case/${id}/act/${encodeURIComponent(type)}${query({ task: task ?? undefined })}`,
  sent: (id: string, type: string, pending: boolean) => `/case/${id}${query({ sent: type, pending: pending ? '1' : undefined })}`,
  report: (process: string) => `/report/${process}`,
  matters: '/e/cases',
  limits: '/limits',
  laboratory: '/lab',
  health: '/health',
  process: (id: string) => `/process/${id}`,
  mailbox: '/mailbox',
}
