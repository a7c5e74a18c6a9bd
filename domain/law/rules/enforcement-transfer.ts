// Which periods run between an authority that finds a crime and the police (国务院令310号、应急〔2019〕54号)?
import { text } from '../../language/words.ts'
import type { Cite } from './norms.ts'
import { family, type Rule } from './rule.ts'

const process = 'enforcement-case'
/** 应急〔2019〕54号 repeats for work safety what Order 310 says to every authority; its text is not at hand, so what rests on both is [V*]. */
const joint2019 = '2019-04-16'
const joined = (article: string): readonly Cite[] => [
  ['transfer', article],
  ['joint2019', '7'],
]
const order310 = '2001-07-09'
const refusal = text('接到不予立案通知书', 'receipt of the notice that nothing is filed')

/** No norm says how the days of Order 310 are counted: whoever would lose a right by a day of rest, or be complained of for one, has the next day of work. */
const rolls = text(
  '最后一日是法定休假日的，按《民法典》第二百零三条顺延至次一工作日（310号未作规定）',
  'A last day of rest gives way to the next day of work (Civil Code art. 203; Order 310 is silent)',
)

const handingOver: Rule[] = [
  ...family(
    process,
    'transfer-decision',
    text('移送涉嫌犯罪案件的决定', 'Decision to transfer to the police'),
    {
      unit: 'ND',
      n: 3,
      start: text('接到移送报告', 'the report'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    { from: order310, cites: [['transfer', '5']], confidence: 'V' },
    { from: joint2019, cites: joined('5'), confidence: 'V*' },
  ),
  ...family(
    process,
    'transfer',
    text('向公安机关移送', 'Transfer to the police'),
    {
      unit: 'H',
      n: 24,
      start: text('决定移送', 'the decision to transfer'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    { from: order310, cites: [['transfer', '5']], confidence: 'V' },
    { from: joint2019, cites: joined('5'), confidence: 'V*' },
  ),
  ...family(
    process,
    'transfer-copy',
    text('案件移送书抄送人民检察院', 'Copy of the letter of transfer to the procuratorate'),
    {
      unit: 'H',
      n: 24,
      start: text('移送公安机关', 'the handing over to the police'),
      roll: 'never',
      onExpiry: 'escalate',
      note: text(
        '抄送的条文文本未载入，时限为暂行口径，逾期只预警',
        'The text of the article is not at hand: provisional, and it only warns',
      ),
    },
    { from: joint2019, cites: [['joint2019', '']], confidence: 'M' },
  ),
  ...family(
    process,
    'police-review',
    text('公安机关审查', 'Review by the police'),
    {
      unit: 'ND',
      n: 3,
      start: text('公安机关接受移送', 'receipt by the police'),
      roll: 'party',
      note: rolls,
    },
    { from: order310, cites: [['transfer', '8']], confidence: 'V' },
  ),
]

const afterwards: Rule[] = [
  ...family(
    process,
    'filing-reconsideration',
    text('提请公安机关复议不予立案决定', 'Asking the police to reconsider'),
    { unit: 'ND', n: 3, start: refusal, roll: 'party', onExpiry: 'lapses', note: rolls },
    { from: order310, cites: [['transfer', '9']], confidence: 'V*' },
  ),
  ...family(
    process,
    'filing-reconsidered',
    text('公安机关复议决定', 'Decision of the police upon reconsideration'),
    {
      unit: 'ND',
      n: 3,
      start: text('公安机关收到提请复议的文件', 'receipt of the request by the police'),
      roll: 'party',
      note: rolls,
    },
    { from: order310, cites: [['transfer', '9']], confidence: 'V*' },
  ),
  ...family(
    process,
    'filing-supervision',
    text('建议人民检察院立案监督', 'Proposing supervision to the procuratorate'),
    {
      unit: 'ND',
      n: 3,
      start: text('收到复议决定通知书', 'receipt of the decision upon reconsideration'),
      roll: 'party',
      onExpiry: 'lapses',
      note: rolls,
    },
    { from: order310, cites: [['transfer', '9']], confidence: 'V*' },
  ),
  ...family(
    process,
    'material-handover',
    text('向公安机关移交涉案物品和材料', 'Handing things and papers to the police'),
    {
      unit: 'ND',
      n: 3,
      start: text('接到立案通知书', 'receipt of the notice of the filing'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    { from: order310, cites: [['transfer', '12']], confidence: 'V*' },
  ),
]

export const transferRules: Rule[] = [...handingOver, ...afterwards]
