// What follows from the reply to an accident: measures, other cases, what the public is told?
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { civilDate } from '../../time/instant.ts'
import {
  cityChief,
  cityLeader,
  citySupervisor,
  countyChief,
  countyLeader,
  countySupervisor,
  enterprise,
} from '../regions/addresses.ts'
import { setMeasure } from './measure.ts'

const chiefs = [countyChief, cityChief, countySupervisor, citySupervisor]

const openHazard = act({
  words: text('转为隐患整改', 'Open a hazard case'),
  party: text(
    '调查发现的问题已转为隐患处理：{title}',
    'What was found is being handled as a hazard: {title}',
  ),
  fields: {
    title: field.text('隐患名称', 'Title', 120).shownTo('party'),
    site: field.place('所在部位', 'Where').shownTo('party'),
    description: field.longText('隐患现状及原因', 'Present state and cause', 4000).shownTo('party'),
  },
  by: chiefs,
  links: {
    process: 'hazard-rectification',
    words: text('隐患排查治理', 'Hazard rectification'),
    article: '《安全生产法》（2021）第四十一条',
    opens: ({ owner, region }, { title, site, description }) => ({
      title,
      site,
      description,
      category: 'other',
      region,
      ...(owner === null ? {} : { enterprise: owner }),
    }),
  },
})

/** 安全法 95, 114 punish the unit and its persons each for their own part, 493号 43 whoever is answerable. */
const suspects = {
  unit: text('事发单位', 'The unit of the accident'),
  organisation: text('其他单位', 'Another unit'),
  individual: text('个人', 'A person'),
} as const satisfies Record<string, Text>

/** The register knows the unit of the accident; everybody else is the party by the name that was written down. */
const partyOf = (owner: string | null, party: unknown, who: unknown): Record<string, unknown> => ({
  partyKind: party === 'individual' ? 'individual' : 'organisation',
  ...(party === 'unit' && owner !== null ? { enterprise: owner } : { partyName: who }),
})

const openEnforcement = act({
  words: text('移送行政处罚', 'Open an enforcement case'),
  fields: {
    party: field.choice(suspects, '当事人', 'Party'),
    who: field.text('涉嫌违法的单位（个人）', 'Who is suspected', 200),
    facts: field.longText('违法事实和依据', 'Facts and grounds', 4000),
  },
  by: chiefs,
  consequence: {
    effect: text('建立行政执法案件。', 'An enforcement case is opened.'),
    article: '国务院令第493号第四十三条',
  },
  links: {
    process: 'enforcement-case',
    words: text('行政执法案件', 'Enforcement case'),
    article: '国务院令第493号第四十三条',
    opens: ({ title, owner, region, openedAt }, { party, who, facts }) => ({
      title: [...title].slice(0, 110).join(''),
      source: 'accident',
      facts,
      discoveredOn: civilDate(openedAt),
      region,
      ...partyOf(owner, party, who),
    }),
  },
})

const publishResult = act({
  words: text('公布处理情况', 'Publish the outcome'),
  party: text('事故处理情况已向社会公布：{outcome}', 'The outcome is published: {outcome}'),
  audience: 'public',
  fields: {
    outcome: field
      .longText('公布内容', 'What is published', 4000)
      .hint('依法应当保密的除外；不写个人信息', 'Without secrets and personal data')
      .shownTo('party', 'public'),
  },
  by: [countySupervisor, citySupervisor, countyLeader, cityLeader],
  publishes: true,
  consequence: {
    effect: text('任何人都可以查阅，不能撤回。', 'Anybody reads it; it cannot be taken back.'),
    article: '国务院令第493号第三十四条',
  },
  notify: enterprise,
})

export const followUpActs = {
  'set-measure': setMeasure,
  'open-hazard': openHazard,
  'open-enforcement': openEnforcement,
  'publish-result': publishResult,
}
