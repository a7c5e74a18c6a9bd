// What ends a listing before its time or with it: the term, the penalty that it rests on, or the bureau itself?
import { type Text, text } from '../language/words.ts'
import { act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { countyLeader, enterprise, inspectors } from '../organisation/addresses.ts'
import { sectionChief } from './addresses.ts'
import { documentWords } from './document-words.ts'

export const order11 = '《安全生产严重失信主体名单管理办法》（应急管理部令第11号）'
/** The notices that tell everybody who is listed. */
export const published = ['serve-listing', 'reinstate-listing'] as const

const mainCase = field.caseNumber('处罚案件', 'Case of the penalty').shownTo('party')

const termEnded = clockAct(
  '管理期限届满，移出名单',
  'The term has ended',
  text(
    '管理期限届满，已移出名单，公示已停止。',
    'The term has ended: you are off the list, and nothing is published any more.',
  ),
  { withdraws: published, notify: [...enterprise, inspectors, sectionChief] },
)

/** 信用修复 without an application: the penalty that it rested on is gone. */
const penaltyAnnulled = act({
  words: text('处罚决定被撤销，终止列入', 'The penalty was annulled: it ends'),
  party: text(
    '处罚决定（{mainCase}）已被撤销，列入随之终止，公示已停止。',
    'The penalty ({mainCase}) was annulled: the listing ends with it, and nothing is published any more.',
  ),
  fields: {
    mainCase,
    annulledOn: field.date('撤销日期', 'Annulled on').shownTo('party'),
  },
  by: [],
  linked: true,
  refersTo: 'mainCase',
  withdraws: published,
  notify: [...enterprise, inspectors, sectionChief, countyLeader],
})

/** It may be that the ground has gone with a lighter penalty: people look. */
const penaltyChanged = act({
  words: text('处罚决定被变更', 'The penalty was changed'),
  party: text(
    '处罚决定（{mainCase}）的罚款已变更为{newFine}元，将复核是否仍符合列入情形。',
    'The fine of the penalty ({mainCase}) was changed to {newFine} yuan: it is examined whether the ground still holds.',
  ),
  fields: {
    mainCase,
    newFine: field.money('变更后的罚款（元）', 'Fine as changed (yuan)').shownTo('party'),
  },
  by: [],
  linked: true,
  refersTo: 'mainCase',
  notify: [...enterprise, inspectors, sectionChief, countyLeader],
})

const endGrounds = {
  remedy: text('列入决定在复议、诉讼中被撤销', 'The decision to list was annulled'),
  changed: text('处罚变更后不再符合列入情形', 'The ground has gone with a changed penalty'),
  mistake: text('列入决定有误', 'The decision to list was a mistake'),
} as const satisfies Record<string, Text>

/** 有错必纠: the bureau undoes its own decision. */
const endListing = act({
  words: text('撤销列入决定', 'Undo the listing'),
  party: text(
    '列入决定已撤销（{document}），公示已停止。',
    'The decision to list was undone ({document}), and nothing is published any more.',
  ),
  fields: {
    endGround: field.choice(endGrounds, '情形', 'Ground').shownTo('party'),
    reasons: field.longText('理由', 'Reasons', 4000).shownTo('party'),
    document: field.document(documentWords['end-listing']).shownTo('party'),
    opinion: field.opinion(),
  },
  by: [countyLeader],
  withdraws: published,
  consequence: {
    effect: text('移出名单，停止公示，案件办结。', 'Off the list, no longer published, closed.'),
    article: order11,
  },
  notify: [...enterprise, inspectors, sectionChief],
})

export const endingActs = {
  'term-ended': termEnded,
  'penalty-annulled': penaltyAnnulled,
  'penalty-changed': penaltyChanged,
  'end-listing': endListing,
}
