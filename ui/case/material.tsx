// On what is the act decided?
import { lazy, Show, Suspense } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { t } from '../client/words.ts'
import { Identity, Tasks } from '../record/case-parts.tsx'
import { caseWords } from '../record/case-words.ts'
import { Facts } from '../record/facts.tsx'

const BeforeClosing = lazy(() => import('../dossier/before-closing.tsx'))

const Material = (props: { case: CaseView }) => (
  <aside class="act-material" aria-label={t(caseWords.facts)}>
    <Identity case={props.case} heading="h2" />
    <Show when={props.case.dossier}>
      <Suspense>
        <BeforeClosing case={props.case} />
      </Suspense>
    </Show>
    <Tasks case={props.case} />
    <Facts of={props.case} facts={props.case.facts} title={caseWords.facts} />
  </aside>
)

export default Material
