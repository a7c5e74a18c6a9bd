// In which shape does the product say how it is?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'

export type HealthView = {
  now: Instant
  openCases: number
  openTasks: number
  runningObligations: number
  lateEscalationLevels: number
  worstLatenessSeconds: number
  pendingEffects: number
  quarantined: number
  oldestPendingSeconds: number
  auditor: { at: Instant | null; findings: { kind: string; words: Text; caseId: string | null; at: Instant }[] }
  anchors: { day: string; cases: number; head: string }[]
  services: { name: string; ok: boolean; detail: Text }[]
}
