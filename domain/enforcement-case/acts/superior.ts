// What is written down where a case goes to the superior authority, since the head of its own has recused himself (处罚法 43)?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { regions } from '../../organisation/regions.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'

const superiors = Object.fromEntries(
  Object.entries(regions).flatMap(([code, { level, name }]) =>
    level === 'city' ? [[code, name]] : [],
  ),
)

/** Nobody of the authority whose head stands aside decides above him: its leaders discuss it, and the case goes up with all that it has. */
export const handToSuperior = act({
  words: text('因负责人回避，报上级机关办理', 'The head has recused himself: hand the case up'),
  party: text(
    '因本机关负责人回避，本案由上级机关办理。',
    'The head of the authority has recused himself: its superior goes on with the case.',
  ),
  fields: {
    to: field.choice(superiors, '上级机关所在地', 'Superior authority of'),
    discussedOn: field.date('集体讨论日期', 'Discussed on'),
    attendees: field
      .lines('参加讨论的负责人', 'Leaders present', 20, 50)
      .hint('每行一人；回避的负责人不参加', 'One a line, without him who has recused himself'),
    minutes: field.longText('集体讨论意见', 'What they agreed on', 2000),
  },
  by: [sectionChief, legalReviewers],
  unusual: true,
  moves: ({ to }) => (typeof to === 'string' ? { region: to } : {}),
  consequence: {
    effect: text(
      '本案及其当事人、证据保存、查封扣押等事项由上级机关继续办理，期限照旧计算；本机关不再办理。本机关另有未回避的负责人的，由其办理，不必上报。',
      'The superior goes on with the case and all of its items, and its periods run on; this authority works on it no more. Where another leader has not recused himself, he decides and nothing goes up.',
    ),
    article: '《行政处罚法》第四十三条',
  },
  notify: [inspectors, sectionChief, leader],
})
