// What does the licence say that an application leads to, and what follows from it for the licence held before?
import type { EventDefinition, LinkedAct } from '../case/process.ts'
import type { CaseRecord } from '../case/record.ts'
import { text } from '../case/words.ts'
import type { RegisterDefinition } from '../register/definition.ts'
import { kinds } from './application.ts'
import type { LicenceContext } from './context.ts'

const contextOf = ({ snapshot }: CaseRecord) => snapshot.context as LicenceContext
const said = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export const register: RegisterDefinition = {
  words: text('危险化学品经营许可证', 'Hazardous chemicals business licence'),
  standing: {
    'handling.valid': 'in-force',
    'handling.expired': 'expired',
    'handling.cancelled': 'cancelled',
    'handling.revoked': 'revoked',
    'handling.annulled': 'annulled',
    'handling.replaced': 'replaced',
  },
  says: (record) => {
    const { apply = {}, 'issue-licence': issued = {} } = record.data
    const { validFrom, validUntil } = contextOf(record)
    return {
      ...{ number: said(issued.licenceNumber) ?? record.number, scope: said(issued.scope) ?? said(apply.scope) ?? '' },
      ...{ holder: said(apply.enterpriseName), mode: said(apply.mode), premises: record.site, validFrom, validUntil },
      replaces: said(apply.licenceNumber),
    }
  },
}

const process = 'hazchem-licence'
type Sends = NonNullable<EventDefinition['sends']>

/** What is known of the licence held before; none for somebody who has none. */
const onTheOld = (record: CaseRecord, type: string, data: Record<string, unknown> = {}): LinkedAct | null => {
  const licence = said(record.data.apply?.licenceNumber)
  return licence === null ? null : { licence, type, data: { mainCase: record.number, ...data } }
}

/** Whoever has applied need not be reminded any more. */
export const toldOfFiling: Sends = {
  process,
  words: text('告知原许可证案件已提出申请', 'Tell the case of the licence held that this was applied for'),
  article: '总局令第55号第十四条、第十八条',
  act: (record) => {
    const { kind } = contextOf(record)
    if (kind === 'renewal') return onTheOld(record, 'note-renewal')
    return kind === 'change' ? onTheOld(record, 'note-filing') : null
  },
}

/** The old licence ends when the new one is in force and not before, so that the holder is never without. */
export const replacesOld: Sends = {
  process,
  words: text('替换原许可证', 'Replace the licence held'),
  article: '总局令第55号第十五条、第十七条、第二十条',
  act: (record) => {
    const { kind, validFrom } = contextOf(record)
    if (kind === 'new') return null
    const act = onTheOld(record, 'replace-licence', { reason: `${kinds[kind].zh}申请获准，新许可证已送达` })
    return act === null ? null : { ...act, whileOpen: true, ...(validFrom ? { from: validFrom } : {}) }
  },
}
