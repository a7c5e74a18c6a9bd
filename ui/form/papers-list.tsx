// Which papers must an application bring, and which of them are there already?
import { For } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { t } from '../client/words.ts'
import { formWords as w } from '../screen/form-words.ts'
import type { Form } from './form.ts'
import { isUploads } from './form-values.ts'
import { fieldId } from './inputs.tsx'
import './papers-list.css'

const PapersList = (props: { papers: Field[]; form: Form }) => {
  const isThere = ({ name }: Field): boolean => {
    const value = props.form.values()[name]
    return isUploads(value) && value.length > 0 && value.every(({ status }) => status === 'stored')
  }
  return (
    <section class="papers-list" aria-labelledby="papers-list-title">
      <p class="papers-list-title" id="papers-list-title">
        {t(w.papers)}{' '}
        <small class="muted" role="status">
          {t(
            fill(w.papersReady, {
              n: props.papers.filter(isThere).length,
              all: props.papers.length,
            }),
          )}
        </small>
      </p>
      <ul>
        <For each={props.papers}>
          {(paper) => (
            <li class={isThere(paper) ? 'there' : 'missing'}>
              <a href={`#${fieldId(paper)}`} target="_self">
                {t(paper.words)}
              </a>
              <span>{t(isThere(paper) ? w.paperThere : w.paperMissing)}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

export default PapersList
