// What does each process add to the generic screens, and how is it loaded?
import { lazy } from 'solid-js'
import type { Text } from '../domain/language/words.ts'
import type { OwnField, Screens } from './list/additions.ts'

type Entry = {
  start: Text
  /** What was found at a self-check may be reported so. */
  fromLedger?: true
  screens: () => Promise<Screens>
  /** By `<event>.<field>`. */
  fields?: Record<string, OwnField>
}

export const processes: Record<string, Entry> = {
  'hazard-rectification': {
    start: { zh: '报告隐患', en: 'Report a hazard' },
    fromLedger: true,
    screens: async () => (await import('./hazard-rectification/screens.ts')).screens,
    fields: {
      'verify.criteria': lazy(() => import('./hazard-rectification/criteria-field.tsx')),
      'verify.grade': lazy(() => import('./hazard-rectification/grade-field.tsx')),
    },
  },
  'hazchem-licence': {
    start: { zh: '申请经营许可证', en: 'Apply for a licence' },
    screens: async () => (await import('./hazchem-licence/screens.ts')).screens,
  },
  'three-simultaneities': {
    start: { zh: '登记建设项目', en: 'Register a project' },
    screens: async () => (await import('./three-simultaneities/screens.ts')).screens,
  },
  'alarm-episode': {
    start: { zh: '设备报警', en: 'Alarm of a device' },
    screens: async () => (await import('./alarm-episode/screens.ts')).screens,
  },
}

/** The process a reader without one of his own looks at first. */
export const firstProcess = Object.keys(processes)[0] ?? ''
