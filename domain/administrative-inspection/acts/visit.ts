// What do officers with a telephone say at the door, and when they have gone through the list?
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { enterprise } from '../../organisation/addresses.ts'
import { certificateEntries, certificates } from '../../registers/officer-certificate/named.ts'
import { mostOthers } from '../checklists/findings.ts'
import { photographed, questionFields } from '../checklists/form.ts'
import { notedIn, remembered, toItsParty } from '../memory/context.ts'
import { documentWords } from '../papers/names.ts'
import { sectionChief } from '../posts/addresses.ts'

const handsOver = text(
  '检查通知书此前未送达的，由其当场签收',
  'Receives the notice of the inspection, where it was not served before',
)

/** 处罚法 55: two officers, certificates shown; without them the enterprise may refuse. */
const beginInspection = act({
  entries: [certificateEntries],
  words: text('出示证件，开始检查', 'Show certificates and begin'),
  party: text(
    '执法人员已出示证件，检查开始。',
    'Officers have shown their certificates; the inspection begins.',
  ),
  fields: {
    certificates: certificates.perCase(({ snapshot }) => ({
      value: remembered({ snapshot }).drawnOfficers.join('\n'),
    })),
    replaced: field
      .longText('未按抽取的人员执行的理由', 'Why others go than were drawn', 1000)
      .optional()
      .perCase(({ snapshot }) => (remembered({ snapshot }).drawnOfficers.length > 0 ? {} : null)),
    identityShown: field
      .boolean('已出示执法证件，告知检查事由和权利', 'Certificates shown, reason and rights told')
      .shownTo('party'),
    receiver: field
      .text('企业在场人员', 'Who is there for the enterprise', 100)
      .shownTo('party')
      .perCase(({ snapshot }) => (remembered({ snapshot }).noticed ? { hint: handsOver } : {})),
    unannounced: field
      .longText('未事先通知的理由', 'Why no notice was given', 1000)
      .optional()
      .perCase(({ snapshot }) => (remembered({ snapshot }).noticed ? null : { needed: [{}] })),
  },
  moves: toItsParty,
  notify: [sectionChief],
})

const signatures = {
  signed: text('企业负责人签字', 'Signed for the enterprise'),
  refused: text('拒绝签字', 'Refuses to sign'),
} as const satisfies Record<string, Text>
const unsigned = [{ signature: ['refused'] }] as const

/** What phones have noted is not left out in silence. */
export const differs = field
  .longText('与现场条目不一致的说明', 'Why it differs from what was noted', 1000)
  .optional()
  .hint(
    '现场条目中的问题未列入本记录的，逐项说明',
    'Say of each noted finding that the record leaves out why it does',
  )
  .perCase(({ snapshot }) => {
    const { unmet, seen } = notedIn(remembered({ snapshot }))
    return unmet.length + seen.length > 0 ? {} : null
  })

/** 处罚法 42: whoever was not at the door says why he is among those who made the visit. */
export const joinedLater = field
  .longText('检查开始后参加的人员及理由', 'Who joined after it began, and why', 1000)
  .optional()
  .hint(
    '执法证件未在检查开始时出示的，须填写',
    'Needed for a certificate that was not shown when the visit began',
  )

/** 安全法 68: in writing, signed by the officers and for the enterprise; who refuses is noted. */
const recordInspection = act({
  entries: [certificateEntries],
  words: text('提交现场检查记录', 'Make the record'),
  party: text(
    '现场检查记录已制作（{document}）。',
    'The record of the inspection is made ({document}).',
  ),
  fields: {
    ...questionFields,
    otherFindings: field
      .lines('检查表以外发现的问题', 'What else was found', mostOthers, 200)
      .optional()
      .hint('每行一项', 'One a line')
      .shownTo('party'),
    situation: field.longText('现场情况', 'What was seen', 4000).shownTo('party'),
    photos: field
      .files('现场照片', 'Photos')
      .optional()

      .with({ needed: photographed })
      .perCase(({ snapshot }) => (notedIn(remembered({ snapshot })).pictured ? { needed: [] } : {}))
      .hint('有不符合项的，须附现场照片', 'Needed where something is not met')
      .shownTo('party'),
    differs,
    certificates: certificates.perCase(({ snapshot }) => ({
      value: remembered({ snapshot }).certificates.join('\n'),
    })),
    joinedLater,
    signature: field.choice(signatures, '企业签字', 'Signature').shownTo('party'),
    receiver: field.text('企业在场人员', 'Who was there for the enterprise', 100).shownTo('party'),
    witness: field
      .text('见证人、拒签情况', 'Witness, and what was said', 200)
      .optional()
      .with({ where: unsigned, needed: unsigned })
      .shownTo('party'),
    document: field.document(documentWords['record-inspection']).shownTo('party'),
    opinion: field.opinion(),
  },
  notify: [...enterprise, sectionChief],
})

export const visitActs = {
  'begin-inspection': beginInspection,
  'record-inspection': recordInspection,
}
