// How does a power of attorney go, from its naming until it is withdrawn or its last day is over (委托代理)?
import { setup } from 'xstate'
import { type Text, text } from '../../language/words.ts'
import { toGuards } from '../../model/chart.ts'
import type { CaseEvent, ItemDefinition, ProcessDefinition } from '../../model/process.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { enterpriseCounselClocks, partyCounselClocks } from './counsel-clocks.ts'
import { counselScopes, enterpriseCounselActs, partyCounselActs } from './counsel-forms.ts'
import {
  type CounselContext,
  counselEnded,
  counselRules,
  namedCounsel,
  powerOf,
} from './counsel-rules.ts'

/** The closed list of tasks of a power of attorney. */
export type CounselTask =
  | 'examine-party-counsel'
  | 'keep-party-counsel'
  | 'examine-enterprise-counsel'
  | 'keep-enterprise-counsel'

type Acts = keyof typeof partyCounselActs | keyof typeof enterpriseCounselActs
type CounselEvent = Omit<CaseEvent, 'type'> & { type: Acts }
const types = {} as { context: CounselContext; events: CounselEvent; input: CaseEvent }
const guards = toGuards(counselRules)
const ended = {
  refused: { type: 'final' },
  withdrawn: { type: 'final' },
  lapsed: { type: 'final' },
} as const

const ofParty = setup({ types, guards }).createMachine({
  id: 'party-counsel',
  context: ({ input }) => namedCounsel(input),
  initial: 'named',
  states: {
    named: {
      meta: { task: 'examine-party-counsel', to: inspectors },
      on: {
        'accept-party-counsel': { target: 'accepted', guard: 'powerStands' },
        'refuse-party-counsel': { target: 'refused' },
        'withdraw-party-counsel': { target: 'withdrawn' },
        'party-counsel-lapsed': { target: 'lapsed' },
      },
    },
    accepted: {
      meta: { task: 'keep-party-counsel', to: inspectors },
      on: {
        'withdraw-party-counsel': { target: 'withdrawn' },
        'party-counsel-lapsed': { target: 'lapsed' },
      },
    },
    ...ended,
  },
})

const ofEnterprise = setup({ types, guards }).createMachine({
  id: 'enterprise-counsel',
  context: ({ input }) => namedCounsel(input),
  initial: 'named',
  states: {
    named: {
      meta: { task: 'examine-enterprise-counsel', to: inspectors },
      on: {
        'accept-enterprise-counsel': { target: 'accepted', guard: 'powerStands' },
        'refuse-enterprise-counsel': { target: 'refused' },
        'withdraw-enterprise-counsel': { target: 'withdrawn' },
        'enterprise-counsel-lapsed': { target: 'lapsed' },
      },
    },
    accepted: {
      meta: {
        task: 'keep-enterprise-counsel',
        to: inspectors,
        also: enterprise,
        signers: { mode: 'any' },
      },
      on: {
        'withdraw-enterprise-counsel': { target: 'withdrawn' },
        'enterprise-counsel-lapsed': { target: 'lapsed' },
      },
    },
    ...ended,
  },
})

const states = {
  named: text('待核对', 'To be examined'),
  accepted: text('委托中', 'In force'),
  refused: text('不同意', 'Refused'),
  withdrawn: text('已解除', 'Withdrawn'),
  lapsed: text('已届满', 'Ended'),
}

const line = (words: Text, value: unknown) =>
  typeof value === 'string' && value !== '' ? [{ words, value: text(value, value) }] : []

const briefOf =
  (opens: string): NonNullable<ItemDefinition['brief']> =>
  (forms) => {
    const named = forms[opens] ?? {}
    const extent = counselScopes[named.scope as keyof typeof counselScopes]
    const { represents } = named
    return [
      ...line(text('代理人', 'Counsel'), named.agentName),
      ...(typeof represents === 'number'
        ? line(text('代理', 'For'), `当事人（个人）第${represents}号`)
        : []),
      ...(extent ? [{ words: text('授权', 'Power'), value: extent }] : []),
      ...line(text('自', 'From'), named.from),
      ...line(text('至', 'Until'), named.until),
    ]
  }

export const partyCounsel: ItemDefinition = {
  kind: 'party-counsel',
  words: text('个人的代理人', 'Counsels of persons'),
  opens: 'name-party-counsel',
  most: 20,
  machine: ofParty,
  rules: counselRules,
  events: partyCounselActs,
  clocks: partyCounselClocks,
  states,
  brief: briefOf('name-party-counsel'),
  empowers: { telephone: 'counselMobile', of: powerOf },
  ends: counselEnded,
  usual: {
    'examine-party-counsel': ['accept-party-counsel'],
    'keep-party-counsel': ['withdraw-party-counsel'],
  },
}

export const enterpriseCounsel: ItemDefinition = {
  kind: 'enterprise-counsel',
  words: text('单位的代理人', 'Counsels of the enterprise'),
  opens: 'name-enterprise-counsel',
  most: 10,
  machine: ofEnterprise,
  rules: counselRules,
  events: enterpriseCounselActs,
  clocks: enterpriseCounselClocks,
  states,
  brief: briefOf('name-enterprise-counsel'),
  empowers: { telephone: 'agentMobile', of: powerOf },
  usual: {
    'examine-enterprise-counsel': ['accept-enterprise-counsel'],
    'keep-enterprise-counsel': ['withdraw-enterprise-counsel'],
  },
}

/** What the counsel of the enterprise may do for it, within his power. */
export const enterpriseConcern: NonNullable<ProcessDefinition['concern']> = {
  acts: {
    'state-defence': { words: text('提交陈述、申辩', 'State the defence'), scope: 'general' },
    'request-hearing': { words: text('要求听证', 'Ask for a hearing'), scope: 'special' },
    'waive-rights': {
      words: text('放弃陈述、申辩和听证', 'Do without a statement and a hearing'),
      scope: 'special',
    },
  },
}
