// How is an entry of the ledger written, also in a cellar without a network?
import { Show } from 'solid-js'
import type { LedgerRow } from '../../contract/self-check/self-checks.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { entryFields } from '../../domain/self-check/ledger.ts'
import { paths } from '../client/paths.ts'
import { keepSelfCheck } from '../client/self-check.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { DraftNote, Fields } from '../form/fields.tsx'
import { createForm, type Form } from '../form/form.ts'
import type { Values } from '../form/form-values.ts'
import { client } from '../reading/queries.ts'
import { createSubmitting } from '../reading/submitting.ts'
import { focusWhenReady } from '../screen/page.ts'
import { showDate, today } from '../screen/time.ts'
import { storedUpload } from './first-words.ts'
import { ledgerWords as w } from './words.ts'

const firstOf = (row: LedgerRow | null): Values =>
  row === null
    ? { day: today() }
    : {
        day: row.day,
        place: row.place,
        checked: row.checked,
        found: row.found.join('\n'),
        note: row.note ?? '',
        photos: row.photos.map((photo) => storedUpload(photo, row.at)),
      }

const bodyOf = (form: Form, corrects: LedgerRow | null): Record<string, unknown> => {
  const { found, ...rest } = form.payload()
  const items = String(found ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return { ...rest, found: items, ...(corrects ? { supersedes: corrects.id } : {}) }
}

const useKeep = (form: Form, corrects: () => LedgerRow | null, onKept: () => void) => {
  const { busy, blocked, submit } = createSubmitting(form)
  const written = () => JSON.stringify(bodyOf(form, corrects()))
  const changed = () => form.changedSince(written())
  /** `first`: what was sent before and had no answer, as it was. */
  const send = (first = false) =>
    submit(
      async () => {
        const content = first ? form.sentAs() : written()
        await keepSelfCheck(JSON.parse(content), await form.claim(content))
        await (first ? form.renew() : form.done())
        void client.invalidateQueries({ queryKey: ['ledger'] })
        onKept()
      },
      () => first || form.check(),
    )
  return { busy, blocked, changed, send }
}

export const EntryForm = (props: {
  corrects: LedgerRow | null
  onKept: () => void
  onCancel: () => void
}) => {
  const title = (): Text =>
    props.corrects ? fill(w.correcting, { day: showDate(props.corrects.day) }) : w.write
  const form = createForm(
    () => entryFields,
    () => ({
      name: `self-check:${props.corrects?.id ?? ''}`,
      title: title(),
      href: paths.ledger(),
    }),
    firstOf(props.corrects),
  )
  const keep = useKeep(
    form,
    () => props.corrects,
    () => props.onKept(),
  )
  const submit = (event: Event) => {
    event.preventDefault()
    void keep.send()
  }
  return (
    <form
      class="block entry-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && submit(event)}
    >
      <h2 tabindex="-1" ref={focusWhenReady}>
        {t(title())}
      </h2>
      <ErrorSummary mistakes={form.mistakes()} />
      <Show when={form.unanswered() && !keep.busy()}>
        <p class="notice warn">{t(keep.changed() ? w.changedText : w.sendAgain)}</p>
      </Show>
      <Fields fields={entryFields} form={form} />
      <DraftNote form={form} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={keep.blocked()}>
          {t(keep.busy() ? w.sending : keep.changed() ? w.sendAnew : w.send)}
        </button>
        <Show when={keep.changed()}>
          <button
            type="button"
            class="button"
            aria-disabled={keep.blocked()}
            onClick={() => void keep.send(true)}
          >
            {t(w.sendFirst)}
          </button>
        </Show>
        <button type="button" class="button quiet" onClick={() => props.onCancel()}>
          {t(w.cancel)}
        </button>
      </p>
    </form>
  )
}
