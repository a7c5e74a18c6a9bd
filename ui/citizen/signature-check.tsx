// Who has signed the PDF in my hand, and was it changed afterwards?
import { Show } from 'solid-js'
import { citizen } from '../client/public.ts'
import { t } from '../client/words.ts'
import { Examined } from '../documents/examined.tsx'
import { examinedWords as w } from '../documents/examined-words.ts'
import { Failure } from '../screen/states.tsx'
import { createQuestion } from './question.ts'
import '../documents/examined.css'

const SignatureCheck = () => {
  const question = createQuestion(citizen.examine)
  let last: File | undefined
  const take = (file: File | undefined) => {
    question.forget()
    last = file
    if (file) void question.again(file)
  }
  return (
    <section class="block" aria-labelledby="signature-title">
      <h2 id="signature-title">{t(w.title)}</h2>
      <p>{t(w.lead)}</p>
      <div class="field">
        <label class="field-label" for="field-signed">
          {t(w.file)}
        </label>
        <input
          id="field-signed"
          type="file"
          accept="application/pdf"
          onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
        />
      </div>
      <div role="status">
        <Show when={question.state().busy}>
          <p>{t(w.busy)}</p>
        </Show>
        <Show when={question.state().answer}>
          {(answer) => <Examined examination={answer()} />}
        </Show>
      </div>
      <Show when={question.state().error}>
        {(error) => <Failure error={error()} what={w.loading} onRetry={() => take(last)} />}
      </Show>
    </section>
  )
}

export default SignatureCheck
