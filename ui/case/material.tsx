// On what is the act decided?
import type { CaseView } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { Identity, Tasks } from '../record/case-parts.tsx'
import { caseWords } from '../record/case-words.ts'
import { Facts } from '../record/facts.tsx'

const Material = (props: { case: CaseView }) => (
  <aside class="act-material" aria-label={t(caseWords.facts)}>
    <Identity case={props.case} heading="h2" />
    <Tasks case={props.case} />
    <Facts of={props.case} facts={props.case.facts} title={caseWords.facts} />
  </aside>
)

export default Material
