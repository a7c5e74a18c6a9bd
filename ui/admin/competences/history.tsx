// Which changes of the table of competences were proposed, and what do they say?
import type { CompetenceProposalView } from '../../../contract/organisation/competences.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { competenceApi } from '../../client/organisation/competences.ts'
import { t } from '../../client/words.ts'
import { ProposalHistory, proposedWords } from '../by-two/history.tsx'
import { competenceWords as w } from './words.ts'

/** 2026-04-01 起，至 2026-12-31 */
export const termOf = ({ from, until }: { from: string; until: string | null }): string =>
  [
    t(fill(w.since, { day: from })),
    ...(until === null ? [] : [t(fill(w.to, { day: until }))]),
  ].join(' ')

/** 市交通运输局, or first that of the county. */
export const levelWords = ({ level }: Pick<CompetenceProposalView, 'level'>): Text =>
  level === 'county' ? w.countyShort : w.city

const summary = (one: CompetenceProposalView) => (
  <>
    {t(one.words)} · {t(one.place)} → {t(one.officeWords)}
  </>
)

const content = (one: CompetenceProposalView) => (
  <>
    <p>
      {t(levelWords(one))} · {termOf(one)} · {one.order}
    </p>
    <p>{one.reason}</p>
    <p class="muted">{proposedWords(one)}</p>
  </>
)

export const CompetenceHistory = (props: {
  items: CompetenceProposalView[]
  onChanged: () => void
}) => (
  <ProposalHistory
    id="competence-history"
    items={props.items}
    parts={{
      class: 'competence-proposal',
      decide: competenceApi.decide,
      onChanged: props.onChanged,
      summary,
      content,
    }}
  />
)
