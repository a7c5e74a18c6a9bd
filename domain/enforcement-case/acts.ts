// Which acts lead an enforcement case on, and where does each stand?
import { decisionActs } from './acts/decision.ts'
import { filingActs } from './acts/filing.ts'
import { noticeActs } from './acts/notice.ts'
import { performanceActs } from './acts/performance.ts'

export const events = { ...filingActs, ...noticeActs, ...decisionActs, ...performanceActs }

export type EnforcementCaseEventType = keyof typeof events
