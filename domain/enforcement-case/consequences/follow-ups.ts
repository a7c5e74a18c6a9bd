// Which other cases does a decision act on when it is served, and which when it is annulled?
import { spellYuan } from '../../language/money.ts'
import { text } from '../../language/words.ts'
import type { LinkDefinition, SendDefinition } from '../../model/link-definition.ts'
import type { CaseRecord } from '../../model/record.ts'
import { penaltyIn, penaltyKinds } from '../memory/kinds.ts'
import { lastDayOf } from './suspended-for.ts'

const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

const decisionOf = ({ data }: CaseRecord): Record<string, unknown> => data['decide-penalty'] ?? {}

const documentOf = (record: CaseRecord): string =>
  textOrNull(decisionOf(record).document) ??
  textOrNull(record.data['punish-on-the-spot']?.document) ??
  record.number

/** 警告、罚款20000元. */
const inShort = (record: CaseRecord): string => {
  const { fine, penalties } = penaltyIn(decisionOf(record))
  return penalties
    .map((kind) => (kind === 'fine' ? `罚款${spellYuan(fine)}元` : penaltyKinds[kind].zh))
    .join('、')
}

const licenceArticle = '《行政处罚法》（2021）第九条'

const onTheLicence = (
  record: CaseRecord,
  act: (taken: { licence: string; revoked: boolean }) => {
    type: string
    data: Record<string, unknown>
  } | null,
) => {
  const licence = textOrNull(decisionOf(record).licence)
  if (licence === null) return null
  const revoked = penaltyIn(decisionOf(record)).penalties.includes('revoke-licence')
  const sent = act({ licence, revoked })
  return sent && { licence, ...sent }
}

/** 吊销、暂扣: of the licence that the decision names, in the hands of the party. */
const takesLicence: SendDefinition = {
  target: 'licence',
  process: 'hazchem-licence',
  words: text('吊销（暂扣）许可证', 'Revoke or suspend the licence'),
  article: licenceArticle,
  act: (record) =>
    onTheLicence(record, ({ revoked }) => {
      const reason = `依据行政处罚决定书（${documentOf(record)}）`
      return revoked
        ? {
            type: 'revoke-licence',
            data: {
              reason: `${reason}吊销`,
              remedies: '救济途径和期限见行政处罚决定书',
              decidedIn: record.region,
            },
          }
        : {
            type: 'suspend-licence',
            data: {
              mainCase: record.number,
              suspendedUntil: lastDayOf(decisionOf(record), record.data['serve-decision'] ?? {}),
              decidedIn: record.region,
              reason: `${reason}暂扣`,
            },
          }
    }),
}

/** What was revoked has ended and comes back by no act of this case: people are told so by the answer. */
const givesLicenceBack: SendDefinition = {
  target: 'licence',
  process: 'hazchem-licence',
  words: text('恢复许可证', 'Give the licence back'),
  article: licenceArticle,
  act: (record) =>
    onTheLicence(record, () => ({
      type: 'lift-suspension',
      data: { mainCase: record.number, reason: '行政处罚决定已被撤销' },
    })),
}

const toHazard = {
  target: 'opener',
  process: 'hazard-rectification',
  article: '本系统约定',
} as const

const informsHazard: SendDefinition = {
  ...toHazard,
  words: text('告知隐患案件已作出处罚', 'Tell the hazard that a penalty was decided'),
  act: (record: CaseRecord) => ({
    type: 'note-penalty',
    data: {
      mainCase: record.number,
      penalty: inShort(record),
      penaltyDocument: documentOf(record),
    },
  }),
}

/** By the answers of the very act that annuls. */
const annulledIn = (record: CaseRecord) => ({
  mainCase: record.number,
  annulledOn: record.data['record-annulment']?.decidedOn,
})

const informsHazardOfEnd: SendDefinition = {
  ...toHazard,
  words: text('告知隐患案件处罚已撤销', 'Tell the hazard that the penalty was annulled'),
  act: (record: CaseRecord) => ({ type: 'note-penalty-annulled', data: annulledIn(record) }),
}

const order11 = '《安全生产严重失信主体名单管理办法》（应急管理部令第11号）'

/** 信用修复 of right: the listing ends with the penalty that it rests on. */
const endsListing: SendDefinition = {
  target: 'opened',
  process: 'dishonesty-listing',
  words: text('终止列入严重失信主体名单', 'End the listing'),
  article: order11,
  act: (record: CaseRecord) => ({ type: 'penalty-annulled', data: annulledIn(record) }),
}

const listing = {
  process: 'dishonesty-listing',
  words: text('提请列入严重失信主体名单', 'Proposed for the list of serious dishonesty'),
  article: order11,
} as const

/** What a listing begins with; null: nobody is proposed, or nobody who stands in the register of enterprises. */
const listingFrom = (
  record: CaseRecord,
  { listingGround, facts }: Record<string, unknown>,
): Record<string, unknown> | null =>
  textOrNull(listingGround) === null || record.owner === null
    ? null
    : {
        title: [...record.title].slice(0, 110).join(''),
        ground: listingGround,
        facts,
        penaltyCase: record.number,
        penaltyDocument: documentOf(record),
        region: record.region,
        enterprise: record.owner,
      }

/** A lighter penalty may leave no ground for the list. */
const tellsListing: SendDefinition = {
  target: 'opened',
  process: 'dishonesty-listing',
  words: text('告知名单案件处罚已变更', 'Tell the listing that the penalty was changed'),
  article: order11,
  act: (record) => ({
    type: 'penalty-changed',
    data: { mainCase: record.number, newFine: record.data['record-change']?.newFine },
  }),
}

/** 谁处罚、谁决定、谁负责: proposed by the decision, examined by the bureau that has punished. */
export const proposesListing: LinkDefinition = {
  ...listing,
  opens: (record) => listingFrom(record, decisionOf(record)),
  aboutBoth: true,
}

/** The same of what has come out since, by its own form. */
export const proposesListingLater: LinkDefinition = { ...listing, opens: listingFrom }

/** 处罚决定送达后生效: with its service. */
export const followsService = [takesLicence, informsHazard]

export const followsChange = [tellsListing]

export const followsAnnulment = [givesLicenceBack, informsHazardOfEnd, endsListing]
