// What do the registers of readiness have in common: days that are counted, remarks, and who proposes and confirms?
import { text } from '../language/words.ts'
import { field } from '../model/field.ts'
import type { Register } from './define.ts'

/** Counted by the register, entered by nobody. */
export const supplied = { systemSupplied: true } as const

/** A day that the register counts and the enterprise reads; empty where nothing is due. */
export const suppliedDay = (zh: string, en: string) =>
  field.date(zh, en).optional().with(supplied).shownTo('party')

/** How the days were counted, and what the authorities remark; at the end of each form. */
export const countedFields = (reckoning = text('期限计算', 'How the days were counted')) => ({
  reckoning: field.reckoning(reckoning.zh, reckoning.en).shownTo('party'),
  remark: field
    .longText('监管备注', 'Remark')
    .optional()
    .hint('仅监管部门可见', 'Read inside the authorities only'),
})

/** Entries that bureaus and command centres keep, of enterprises and of their own. */
export const jointKeepers: Pick<Register, 'propose' | 'confirm'> = {
  propose: [
    { role: 'enterprise-safety', office: 'enterprise' },
    { role: 'inspector', office: 'enforcement', level: 'county' },
    { role: 'duty-officer', office: 'command', level: 'county' },
  ],
  confirm: [
    { role: 'section-chief', office: 'enforcement', level: 'county' },
    { role: 'commander', office: 'command', level: 'county' },
  ],
}
