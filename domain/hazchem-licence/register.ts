// What does the licence say that an application leads to, and what follows from it for the licence held before?

import { text } from '../language/words.ts'
import type { LinkedAct } from '../model/link.ts'
import type { SendDefinition } from '../model/link-definition.ts'
import type { CaseRecord } from '../model/record.ts'
import type { RegisterDefinition } from '../model/register-definition.ts'
import { kinds } from './application.ts'
import { goesOn, type LicenceContext } from './context.ts'
import { goodsIn, scopeWords } from './goods.ts'
import { held } from './held.ts'

const contextOf = ({ snapshot }: CaseRecord) => snapshot.context as LicenceContext
const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

export const register: RegisterDefinition = {
  words: text('危险化学品经营许可证', 'Hazardous chemicals business licence'),
  standing: {
    'handling.valid.suspended': 'suspended',
    'handling.valid': 'in-force',
    'handling.expired': 'expired',
    'handling.cancelled': 'cancelled',
    'handling.revoked': 'revoked',
    'handling.annulled': 'annulled',
    'handling.replaced': 'replaced',
  },
  documents: ['licence-original', 'licence-copy'],
  unserved: {
    on: ['deem-renewed', 'renewal-begins'],
    standing: (record) => {
      const { renewedUnserved, suspendedBy } = contextOf(record)
      return renewedUnserved ? (suspendedBy ? 'suspended' : 'in-force') : null
    },
  },
  held,
  content: (record) => {
    const { apply = {}, 'issue-licence': issued = {} } = record.data
    const { kind, validFrom, validUntil } = contextOf(record)
    const before = kind === 'new' ? null : textOrNull(apply.licenceNumber)
    return {
      // Until the new paper is made out a licence renewed goes by its old number.
      number: textOrNull(issued.licenceNumber) ?? before ?? record.number,
      scope: scopeWords(goodsIn(issued.scope ? issued : apply)),
      holder: textOrNull(apply.enterpriseName),
      mode: textOrNull(apply.mode),
      premises: record.site,
      principal: textOrNull(apply.principal),
      validFrom,
      validUntil,
      replaces: before,
    }
  },
}

const process = 'hazchem-licence'
/** What is known of the licence held before; none for somebody who has none. */
const onTheOld = (
  record: CaseRecord,
  type: string,
  data: Record<string, unknown> = {},
): (LinkedAct & { licence: string }) | null => {
  const licence = textOrNull(record.data.apply?.licenceNumber)
  return licence === null ? null : { licence, type, data: { mainCase: record.number, ...data } }
}

/** Whoever has applied need not be reminded any more. */
export const filingNotice: SendDefinition = {
  process,
  target: 'licence',
  words: text(
    '告知原许可证案件已提出申请',
    'Tell the case of the licence held that this was applied for',
  ),
  article: '总局令第55号第十四条、第十八条',
  // It may have ended between the filing and the notice of it: then nobody else tells the application.
  answered: {
    closed: ({ licence = '' }) => ({ type: 'note-held-closed', data: { licence } }),
  },
  act: (record) => {
    const { kind } = contextOf(record)
    const told = { applicationId: record.id }
    if (kind === 'renewal') return onTheOld(record, 'note-renewal', told)
    return kind === 'change' ? onTheOld(record, 'note-filing', told) : null
  },
}

/** The old licence ends when the new one is in force and not before, so that the holder is never without. */
export const replacesOld: SendDefinition = {
  process,
  target: 'licence',
  words: text('替换原许可证', 'Replace the licence held'),
  article: '总局令第55号第十五条、第十七条、第二十条',
  act: (record) => {
    const { kind, validFrom } = contextOf(record)
    if (kind === 'new') return null
    const act = onTheOld(record, 'replace-licence', {
      applicationId: record.id,
      reason: `${kinds[kind].zh}申请获准，新许可证已送达`,
    })
    return act === null
      ? null
      : { ...act, whileOpen: true, ...(validFrom ? { from: validFrom } : {}) }
  },
}

const renewed: Pick<SendDefinition, 'process' | 'words' | 'article'> = {
  process,
  words: text('告知原许可证案件延期已获准', 'Tell the case of the licence held that it is renewed'),
  article: '《行政许可法》第五十条、总局令第55号第十八条',
}

/** 许可法 50: granted or deemed, it goes on from its end: nobody cancels it as not renewed while the new paper is on its way. */
export const renewalGranted: SendDefinition = {
  ...renewed,
  target: 'licence',
  act: (record) =>
    goesOn(contextOf(record))
      ? onTheOld(record, 'note-renewed', { unserved: true, applicationId: record.id })
      : null,
}

/** Nothing goes on any more: the licence that has ended may be cancelled (许可法 70). */
export const renewalRevoked: SendDefinition = {
  process,
  target: 'licence',
  words: text(
    '告知原许可证案件延续后的许可证已吊销',
    'Tell the case of the licence held that the one renewed is revoked',
  ),
  article: '《行政许可法》第七十条',
  act: (record) =>
    contextOf(record).renewedUnserved && record.data['serve-licence'] === undefined
      ? onTheOld(record, 'note-renewal-over')
      : null,
}

/** Whoever holds the next licence already need not be reminded that this one ends. */
export const renewalServed: SendDefinition = {
  ...renewed,
  target: 'licence',
  act: (record) => {
    const { kind, validFrom } = contextOf(record)
    const servedOn = textOrNull(record.data['serve-licence']?.servedOn)
    const ahead =
      kind === 'renewal' && validFrom !== null && servedOn !== null && servedOn < validFrom
    return ahead ? onTheOld(record, 'note-renewed') : null
  },
}
