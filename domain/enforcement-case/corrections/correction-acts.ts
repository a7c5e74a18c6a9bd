// What do two officers write down who look whether an order to correct was obeyed?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import type { LinkDefinition } from '../../model/link-definition.ts'
import type { CaseRecord } from '../../model/record.ts'
import { certificateEntries, certificates } from '../../registers/officer-certificate/named.ts'
import { documentWords } from '../acts/document-words.ts'
import { remembered } from '../memory/penalties.ts'
import { start } from '../papers/parts.ts'
import { leader, sectionChief } from '../regions/addresses.ts'

const recheckFields = {
  checkedOn: field.date('复查日期', 'Re-checked on'),
  findings: field.longText('复查情况', 'What was found', 2000),
  certificates,
  photos: field.files('现场照片、笔录', 'Photos, record').optional(),
  document: field.document(documentWords['correction-checked']),
  opinion: field.opinion(),
}

const correctionDone = act({
  entries: [certificateEntries],
  words: text('复查：已改正', 'Re-checked: corrected'),
  fields: recheckFields,
})

/** What the new case is told: a fine that was itself a daily one repeats the first. */
const dailyCaseOf = (
  { id, number, title, region, owner, snapshot, around = {}, aroundData = {} }: CaseRecord,
  { checkedOn, findings }: Record<string, unknown>,
): Record<string, unknown> => {
  const { daily, imposed } = remembered(around)
  const repeated = daily ?? { of: id, number, fine: imposed }
  return {
    title: `${[...title.replace(/（按日连续处罚）$/u, '')].slice(0, 100).join('')}（按日连续处罚）`,
    partyKind: 'organisation',
    source: 'refusal',
    facts: `${String(checkedOn)}复查，拒不改正：${String(findings)}`,
    discoveredOn: checkedOn,
    region,
    ...(owner === null
      ? { partyName: aroundData[start]?.partyName ?? `${number}当事人` }
      : { enterprise: owner }),
    refusedCase: repeated.of,
    refusedNumber: repeated.number,
    originalFine: repeated.fine,
    orderedOn: snapshot.context.orderedOn,
    recheckedOn: checkedOn,
  }
}

const dailyCase: LinkDefinition = {
  process: 'enforcement-case',
  words: text('拒不改正，按日连续处罚立案', 'Refusal to correct: a case of a daily fine'),
  article: '《安全生产法》（2021）第一百一十二条',
  opens: dailyCaseOf,
}

const correctionRefused = act({
  entries: [certificateEntries],
  words: text('复查：拒不改正', 'Re-checked: refused'),
  fields: recheckFields,
  links: dailyCase,
  consequence: {
    effect: text(
      '另立按日连续处罚案件，自责令改正之日的次日起计算。',
      'A case of a daily fine is opened, counted from the day after the order.',
    ),
    article: '《安全生产法》第一百一十二条',
  },
  notify: [sectionChief, leader],
})

const dropCorrection = act({
  words: text('撤销责令改正', 'Withdraw the order'),
  fields: { reason: field.longText('理由', 'Why', 1000) },
  notify: [sectionChief],
})

export const correctionActs = {
  'correction-done': correctionDone,
  'correction-refused': correctionRefused,
  'drop-correction': dropCorrection,
}
