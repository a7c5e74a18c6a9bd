// What does each process add to the generic screens, and how is it loaded?
import { lazy } from 'solid-js'
import type { Text } from '../domain/case/words.ts'
import type { Detail, Guide, ListAddition, OwnField } from './additions.ts'

type Entry = {
  start: Text
  /** What was found at a self-check may be reported so. */
  fromLedger?: true
  detail: () => Promise<Detail>
  guide: () => Promise<Guide>
  list: () => Promise<ListAddition>
  /** By `<event>.<field>`. */
  fields?: Record<string, OwnField>
}

/** Copies, because a module itself cannot be kept in the query cache. */
export const processes: Record<string, Entry> = {
  'hazard-rectification': {
    start: { zh: '报告隐患', en: 'Report a hazard' },
    fromLedger: true,
    detail: async () => ({ ...(await import('./hazard-rectification/detail.tsx')) }),
    list: async () => ({ ...(await import('./hazard-rectification/list.tsx')) }),
    guide: async () => ({ ...(await import('./hazard-rectification/report.tsx')) }),
    fields: {
      'verify.criteria': lazy(() => import('./hazard-rectification/criteria-field.tsx')),
      'verify.grade': lazy(() => import('./hazard-rectification/grade-field.tsx')),
    },
  },
  'hazchem-licence': {
    start: { zh: '申请经营许可证', en: 'Apply for a licence' },
    detail: async () => ({ ...(await import('./hazchem-licence/detail.tsx')) }),
    list: async () => ({ ...(await import('./hazchem-licence/list.tsx')) }),
    guide: async () => ({ ...(await import('./hazchem-licence/report.tsx')) }),
  },
}

/** The process a reader without one of his own looks at first. */
export const firstProcess = Object.keys(processes)[0] ?? ''
