// What is missing in the dossier of a case?
import { For, Show } from 'solid-js'
import type { DossierView } from '../../contract/documents/dossier.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { dossierWords as w } from './words.ts'

export const Missing = (props: { view: DossierView }) => (
  <Show when={props.view.missing.length > 0} fallback={<p>{t(w.whole)}</p>}>
    <div class="notice warn">
      <p>{t(fill(w.missing, { n: props.view.missing.length }))}</p>
      <ul>
        <For each={props.view.missing}>{(one) => <li>{t(one)}</li>}</For>
      </ul>
    </div>
  </Show>
)
