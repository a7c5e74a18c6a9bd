// What is written down where an enforcement is suspended, goes on, or has been suspended for three years (强制法 39)?
import { text } from '../../language/words.ts'
import { act, clockAct } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { suspensionGrounds } from '../memory/suspension.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { documentWords } from './document-words.ts'

const unable = [{ ground: ['unable'] }] as const

const suspendEnforcement = act({
  words: text('中止执行', 'Suspend the enforcement'),
  party: text('已决定中止执行（{document}）。', 'The enforcement was suspended ({document}).'),
  fields: {
    ground: field.choice(suspensionGrounds, '中止执行的情形', 'Ground').shownTo('party'),
    harmless: field
      .boolean('没有明显社会危害，且当事人确无能力履行', 'No evident harm, and it truly cannot pay')
      .optional()
      .with({ where: unable })
      .hint('满三年未恢复执行的，不再执行', 'After three years it is executed no more'),
    findings: field.longText('事实和证据', 'Facts and evidence', 2000),
    papers: field.files('证明材料', 'Evidence').optional(),
    document: field.document(documentWords['suspend-enforcement']).shownTo('party'),
    opinion: field.opinion(),
  },
  by: [leader],
  consequence: {
    effect: text(
      '中止期间不催告、不申请法院强制执行，有关期限停止计算；情形消失后应当恢复执行。',
      'Meanwhile nothing is demanded and no court is asked, and these periods stand still; once the ground is gone it goes on.',
    ),
    article: '《行政强制法》第三十九条',
  },
  notify: [...enterprise, inspectors, sectionChief],
})

const resumeEnforcement = act({
  words: text('恢复执行', 'Go on with the enforcement'),
  party: text('已决定恢复执行（{document}）。', 'The enforcement goes on ({document}).'),
  fields: {
    gone: field
      .longText('中止执行的情形消失的情况', 'Why the ground is gone', 2000)
      .shownTo('party'),
    document: field.document(documentWords['resume-enforcement']).shownTo('party'),
    opinion: field.opinion(),
  },
  by: [leader],
  consequence: {
    effect: text('有关期限继续计算。', 'The periods go on.'),
    article: '《行政强制法》第三十九条',
  },
  notify: [...enterprise, inspectors, sectionChief],
})

const suspensionOver = clockAct(
  '中止执行满三年',
  'Suspended for three years',
  text('中止执行已满三年，不再执行。', 'Suspended for three years: it is executed no more.'),
  { notify: [...enterprise, inspectors, sectionChief, leader] },
)

export const suspensionActs = {
  'suspend-enforcement': suspendEnforcement,
  'resume-enforcement': resumeEnforcement,
  'suspension-over': suspensionOver,
}
