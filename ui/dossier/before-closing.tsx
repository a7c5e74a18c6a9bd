// Is the dossier whole, for whoever is about to close the case?
import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { askDossier } from '../client/case/dossier.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { Missing } from './missing.tsx'
import { dossierWords as w } from './words.ts'

/** Beside the forms of the acts that the process names; beside others nothing. It hinders nobody: papers may come later. */
const BeforeClosing = (props: { case: CaseView }) => {
  const params = useParams()
  const answer = useQuery(() => ({
    queryKey: ['dossier', props.case.id, props.case.revision],
    queryFn: () => askDossier(props.case.id),
  }))
  const view = () =>
    answer.isSuccess && answer.data.before.includes(params.type ?? '') ? answer.data : undefined
  return (
    <Show when={view()}>
      {(one) => (
        <section class="block" aria-labelledby="dossier-title">
          <h2 id="dossier-title">{t(w.title)}</h2>
          <Missing view={one()} />
        </section>
      )}
    </Show>
  )
}

export default BeforeClosing
