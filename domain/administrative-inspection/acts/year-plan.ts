// Whom does a yearly plan of inspections visit, and what does a visit say that comes from one?
import { text } from '../../language/words.ts'
import type { YearPlanDefinition } from '../../model/register-definition.ts'
import { bureauOfficers } from '../../registers/officer-certificate/bureau.ts'
import { remembered } from '../memory/context.ts'
import { neverHeld } from '../memory/frequency.ts'
import { exceptions, grounds } from '../memory/grounds.ts'
import { leader } from '../posts/addresses.ts'

const grades = {
  '1': text('一级重大危险源', 'Major hazard source of grade 1'),
  '2': text('二级重大危险源', 'Major hazard source of grade 2'),
  '3': text('三级重大危险源', 'Major hazard source of grade 3'),
  '4': text('四级重大危险源', 'Major hazard source of grade 4'),
}
const years = {
  '1': text('近一年内', 'Within a year'),
  '3': text('近三年内', 'Within three years'),
}

/** 立案查处: from its filing on. What was only proposed, not filed, withdrawn, or ended without a penalty makes nobody a key enterprise. */
const filed: readonly string[] = [
  'investigating',
  'reviewing',
  'exiting',
  'transferring',
  'at-police',
  'police-refused',
  'reconsidering',
  'supervising',
  'prosecuted',
  'closing-transferred',
  'notifying',
  'serving-notice',
  'awaiting',
  'preparing-hearing',
  'hearing',
  'weighing',
  'legal-review',
  'discussing',
  'deciding',
  'serving',
  'performing',
  'refunding',
  'terminating',
  'proposing-closing',
  'closing',
  'transferred',
  'closed',
].map((state) => `handling.${state}`)

/** 应急令11号: from the decision to list until the removal or the end of the term; who has applied for an early removal is still listed. */
const onTheList: readonly string[] = ['serving', 'listed', 'examining-repair', 'deciding-repair']

/** 安监总政法〔2017〕150号: those of more risk, those who have broken the law, and those whose trade is dangerous come first. */
export const yearPlan: YearPlanDefinition = {
  classes: {
    risk: {
      words: text('风险等级较高的企业', 'Higher risk'),
      source: {
        from: 'register',
        register: 'major-hazard-source',
        answer: 'grade',
        standings: ['in-use'],
      },
      choices: grades,
    },
    credit: {
      words: text('严重失信主体', 'Listed for serious dishonesty'),
      source: { from: 'cases', process: 'dishonesty-listing', states: onTheList },
    },
    past: {
      words: text('近年受到立案查处的企业', 'Cases of a penalty in the past'),
      source: {
        from: 'cases',
        process: 'enforcement-case',
        states: filed,
        unless: 'annulled',
      },
      choices: years,
    },
    trade: { words: text('重点行业领域', 'Dangerous trades'), source: { from: 'industry' } },
    small: {
      words: text('小矿山、小化工企业', 'Small mines and chemical plants, by name'),
      source: { from: 'name' },
    },
    named: {
      words: text('其他重点企业', 'Other key enterprises, by name'),
      source: { from: 'name' },
    },
  },
  asks: ['title', 'checklist', 'scope'],
  officers: bureauOfficers,
  approve: leader,
  exceptions: Object.fromEntries(exceptions.map((ground) => [ground, grounds[ground]])),
  form: ({ title, checklist, scope }, { plan, plannedOn, enterprise, exception }) => ({
    title,
    checklist,
    scope,
    plannedOn,
    plan,
    ground: exception?.ground ?? 'planned',
    ...(exception ? { reason: exception.reason } : {}),
    enterprise: enterprise.id,
    enterpriseName: enterprise.name,
    region: enterprise.region,
  }),
  claims: ({ ground, plan }) => ground === 'planned' && plan === undefined,
  counted: { day: 'plannedOn', excepted: 'exception', neverHeld },
  course: (record) => {
    const { plannedOn, begunOn, recordedOn, certificates } = remembered(record)
    const calledOff = neverHeld.includes(String(record.snapshot.value))
    const madeOn = recordedOn === null ? null : (begunOn ?? recordedOn)
    return { plannedOn, madeOn, calledOff, officers: certificates }
  },
}
