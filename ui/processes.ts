// With which words does each process begin, and where are its own screens?
import type { Text } from '../domain/language/words.ts'
import type { Screens } from './list/additions.ts'

type Entry = {
  start: Text
  /** What was found at a self-check may be reported so. */
  fromLedger?: true
}

export const processes: Record<string, Entry> = {
  'hazard-rectification': { start: { zh: '报告隐患', en: 'Report a hazard' }, fromLedger: true },
  'hazchem-licence': { start: { zh: '申请经营许可证', en: 'Apply for a licence' } },
  'three-simultaneities': { start: { zh: '登记建设项目', en: 'Register a project' } },
  'emergency-response': { start: { zh: '接报', en: 'Report an emergency' } },
  'enforcement-case': { start: { zh: '提请立案', en: 'File a case' } },
  'administrative-inspection': { start: { zh: '登记检查计划', en: 'Plan an inspection' } },
}

/** The process a reader without one of his own looks at first. */
export const firstProcess = Object.keys(processes)[0] ?? ''

/** Whoever signs in loads the words of every process; where all their screens are, only whoever opens one. */
export const screensOf = async (process: string | undefined): Promise<Screens | null> =>
  (await (await import('./process-screens.ts')).screens[process ?? '']?.()) ?? null
