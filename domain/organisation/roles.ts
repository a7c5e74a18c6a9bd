// Which roles exist, and what are they called?
import type { Text } from '../language/words.ts'

/** Roles a person can be appointed to; an enterprise's own people are appointed to the enterprise. */
export const roles = {
  'enterprise-principal': { zh: '企业主要负责人', en: 'Enterprise principal' },
  'enterprise-safety': { zh: '企业安全管理员', en: 'Enterprise safety officer' },
  inspector: { zh: '执法检查员', en: 'Inspector' },
  clerk: { zh: '窗口受理员', en: 'Acceptance clerk' },
  reviewer: { zh: '审查员', en: 'Reviewer' },
  'section-chief': { zh: '科长', en: 'Section chief' },
  'legal-reviewer': { zh: '法制审核员', en: 'Legal reviewer' },
  leader: { zh: '局领导', en: 'Bureau leader' },
  supervisor: { zh: '督办员', en: 'Supervisor (safety committee office)' },
  'duty-officer': { zh: '值班员', en: 'Duty officer' },
  commander: { zh: '现场总指挥', en: 'On-scene commander' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
} as const satisfies Record<string, Text>

export type Role = keyof typeof roles

/** Roles held inside an enterprise; everything else is held in an office of the authorities. */
export const enterpriseRoles = [
  'enterprise-principal',
  'enterprise-safety',
] as const satisfies Role[]

/** 须两人办理的岗位: whoever leads, reviews in law or administers is made so by two administrators. */
export const rolesOfTwo = ['leader', 'legal-reviewer', 'administrator'] as const satisfies Role[]

export const needsTwo = (role: Role): boolean => (rolesOfTwo as readonly Role[]).includes(role)
