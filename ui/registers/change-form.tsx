// How does somebody propose a new entry, or a change of one?
import { useNavigate, useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import type { EntryView, RegisterView } from '../../contract/registers/registers.ts'
import { fill } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { proposedValues } from '../case/proposed-values.ts'
import { paths } from '../client/paths.ts'
import { registersApi } from '../client/registers.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { type Custom, DraftNote, Fields } from '../form/fields.tsx'
import { createForm, type Form } from '../form/form.ts'
import type { Values } from '../form/form-values.ts'
import { EnterpriseField } from '../form/lookups.tsx'
import { useQuery } from '../reading/query.ts'
import { createSubmitting } from '../reading/submitting.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { readAnew, registerQueries } from './reading.ts'
import { registerWords as w } from './words.ts'
import './registers.css'

type Props = { register: RegisterView; entry: EntryView | null }

/** Of a new entry what can be but one; of a change what stands now. Either holds from today, unless somebody says otherwise. */
const firstValues = ({ register, entry }: Props, today: string): Values => {
  if (entry) return { ...proposedValues(entry.form, entry.values, []), from: today }
  const [region, ...others] = Object.keys(
    register.form.find(({ name }) => name === 'region')?.choices ?? {},
  )
  return { from: today, ...(region !== undefined && others.length === 0 ? { region } : {}) }
}

/** One key from the opened form to the stored change, also when the network fails between. */
const useProposing = (props: Props, form: Form) => {
  const navigate = useNavigate()
  const { busy, blocked, submit } = createSubmitting(form)
  const propose = async () => {
    const { register, entry } = props
    const proposal = {
      entry: entry?.id ?? null,
      version: entry?.version ?? 0,
      data: form.payload(),
    }
    await registersApi.propose(register.id, proposal, await form.claim(JSON.stringify(proposal)))
    await form.done()
    await readAnew(register.id)
    navigate(
      `${entry ? paths.registerEntry(register.id, entry.id) : paths.register(register.id)}?proposed=1`,
      { replace: true },
    )
  }
  return { busy, blocked, send: () => submit(propose) }
}

const lookUps =
  (form: Form): Custom =>
  (field, describedBy) =>
    field.name === 'owner' ? (
      <EnterpriseField field={field} form={form} describedBy={describedBy} />
    ) : null

const ChangeForm = (props: Props) => {
  const me = useMe()
  const fields = (): Field[] => (props.entry ? props.entry.form : props.register.form)
  const back = () =>
    props.entry
      ? paths.registerEntry(props.register.id, props.entry.id)
      : paths.register(props.register.id)
  const title = () =>
    props.entry
      ? fill(w.changeTitle, { name: props.entry.number })
      : fill(w.newTitle, { name: t(props.register.entry) })
  const about = () => ({
    name: `register:${props.register.id}:${props.entry ? `${props.entry.id}:${props.entry.version}` : 'new'}`,
    title: title(),
    href: props.entry
      ? paths.changeRegisterEntry(props.register.id, props.entry.id)
      : paths.newRegisterEntry(props.register.id),
  })
  const form = createForm(fields, about, firstValues(props, civilDate(me().now)))
  const { busy, blocked, send } = useProposing(props, form)
  const submit = (event: Event) => {
    event.preventDefault()
    void send()
  }
  return (
    <form class="block register-form" noValidate onSubmit={submit}>
      <h1>{t(title())}</h1>
      <p class="notice">{t(w.secondPerson)}</p>
      <ErrorSummary mistakes={form.mistakes()} />
      <Fields fields={fields()} form={form} custom={lookUps(form)} />
      <DraftNote form={form} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={blocked()}>
          {t(busy() ? w.sending : w.send)}
        </button>
        <a class="button quiet" href={back()}>
          {t(w.cancel)}
        </a>
      </p>
    </form>
  )
}

const Found = (props: { register: RegisterView; entry: EntryView | null }) => (
  <Show
    when={(props.entry ?? props.register).form.length > 0}
    fallback={
      <>
        <h1>{t(props.register.title)}</h1>
        <p class="notice warn">{t(w.notYours)}</p>
      </>
    }
  >
    <ChangeForm register={props.register} entry={props.entry} />
  </Show>
)

const ChangePage = () => {
  const params = useParams<{ register: string; id?: string }>()
  const register = useQuery(() => registerQueries.one(params.register))
  const entry = useQuery(() => ({
    ...registerQueries.entry(params.register, params.id ?? ''),
    enabled: params.id !== undefined,
  }))
  usePage(() => t(params.id ? w.change : w.propose))
  const entryFound = () =>
    params.id === undefined ? { one: null } : entry.isSuccess ? { one: entry.data } : undefined
  const failed = () => (register.isError ? register.error : entry.isError ? entry.error : null)
  const again = () =>
    void Promise.all([register.refetch(), ...(params.id ? [entry.refetch()] : [])])
  return (
    <div class="page narrow">
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={failed()}>
          {(error) => <Failure error={error()} what={w.loadingRegister} onRetry={again} />}
        </Match>
        <Match when={register.isSuccess && entryFound()}>
          {(found) => <Found register={register.data!} entry={found().one} />}
        </Match>
      </Switch>
    </div>
  )
}

export default ChangePage
