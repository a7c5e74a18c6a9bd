// How is something new begun on the shelf of the registers?
import { useNavigate } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Fields } from '../form/fields.tsx'
import { createForm } from '../form/form.ts'
import { createSubmitting } from '../reading/submitting.ts'
import '../form/fields.css'

type Region = { code: string; name: Text }

/** `about`: under which name its draft is kept, and where it is found again. */
type NewProps<Body> = {
  about: { name: string; href: string }
  words: { begin: Text; send: Text; sending: Text }
  regions: Region[]
  fields: Field[]
  bodyOf: (payload: Record<string, unknown>) => Body
  store: (body: Body, key: string) => Promise<{ id: string }>
  readAnew: () => Promise<void>
  addressOf: (id: string) => string
}

export const regionField = (words: Text, regions: Region[]): Field => ({
  name: 'region',
  words,
  kind: 'choice',
  required: true,
  choices: Object.fromEntries(regions.map(({ code, name }) => [code, name])),
})

/** Where there is but one region nobody is asked to choose it. */
export const NewOnShelf = <Body,>(props: NewProps<Body>) => {
  const navigate = useNavigate()
  /** The same ones as long as the form is: a field made anew is drawn anew under whoever types in it. */
  const fields = createMemo(() => props.fields)
  const [only, ...others] = props.regions
  const form = createForm(
    fields,
    () => ({ ...props.about, title: props.words.begin }),
    only && others.length === 0 ? { region: only.code } : {},
  )
  const { busy, blocked, submit } = createSubmitting(form)
  const store = async () => {
    const body = props.bodyOf(form.payload())
    const { id } = await props.store(body, await form.claim(JSON.stringify(body)))
    await form.done()
    await props.readAnew()
    navigate(props.addressOf(id))
  }
  return (
    <form
      class="block"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit(store)
      }}
    >
      <h2>{t(props.words.begin)}</h2>
      <ErrorSummary mistakes={form.mistakes()} />
      <Fields fields={fields()} form={form} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={blocked()}>
          {t(busy() ? props.words.sending : props.words.send)}
        </button>
      </p>
    </form>
  )
}
