// What is written in the story of a hazchem project?

import type { licensingCrew } from '../support/browser/crew.ts'

export const title = '甲醇储罐扩建'
export const items = ['安全评价报告签字页', '规划文件']
export const reason = { reason: '按程序办理' }
export const onSite: Line[] = [
  ['one', 'begin-site-check', reason],
  ['one', 'site-check-passed', { findings: '与申请一致' }],
  ['two', 'sign'],
]
export const opinion = { advice: 'grant', findings: '符合规程' }
export const opined: Line[] = [
  ['one', 'submit-opinion', opinion],
  ['two', 'sign'],
  ['chief', 'endorse'],
]

export type Who = keyof typeof licensingCrew
export type Line = [Who, string, Record<string, unknown>?]

export const served = (servedOn: string): Line => [
  'clerk',
  'serve-approval',
  { method: 'direct', servedOn, receiver: '负责人' },
]
