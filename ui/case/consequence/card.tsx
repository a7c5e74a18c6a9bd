// What does somebody read before he does what has a consequence?
import { For } from 'solid-js'
import type { ActView } from '../../../domain/engine/judging/act-view.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import type { Form } from '../../form/form.ts'
import { focusWhenReady } from '../../screen/page.ts'
import { actWords } from '../act-words.ts'
import { enteredIn } from './entered.ts'
import { consequenceWords as w } from './words.ts'

/** The interruption card: what was entered, what will follow, by which article; nothing is sent before it is read. */
const ConsequenceCard = (props: {
  act: ActView
  form: Form
  busy: boolean
  blocked: boolean
  onSend: () => void
  onBack: () => void
}) => (
  <section class="interruption" aria-labelledby="consequence-title">
    <h2 id="consequence-title" tabindex="-1" ref={focusWhenReady}>
      {t(fill(w.title, { act: t(props.act.words) }))}
    </h2>
    <dl>
      <For each={enteredIn(props.form.applicable(), props.form.payload(), props.form.labels())}>
        {({ words, value }) => (
          <>
            <dt>{t(words)}</dt>
            <dd>{t(value)}</dd>
          </>
        )}
      </For>
      <dt>{t(w.effect)}</dt>
      <dd>{t(props.act.consequence!.effect)}</dd>
      <dt>{t(w.article)}</dt>
      <dd>{props.act.consequence!.article}</dd>
    </dl>
    <p class="form-actions">
      <button
        type="button"
        class="button inverse"
        aria-disabled={props.blocked}
        onClick={() => props.onSend()}
      >
        {t(props.busy ? actWords.submitting : w.confirm)}
      </button>
      <button type="button" class="button inverse quiet" onClick={() => props.onBack()}>
        {t(w.back)}
      </button>
    </p>
  </section>
)

export default ConsequenceCard
