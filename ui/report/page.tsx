// How does somebody open a case: fill in, check, submit?
import { useNavigate, useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { ProcessView } from '../../domain/case/views.ts'
import { fill } from '../../domain/case/words.ts'
import type { Guide } from '../additions.ts'
import { api, asRefusal, newKey } from '../client.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { DraftNote, Fields } from '../parts/fields.tsx'
import { createForm, type Form } from '../parts/form.ts'
import { staleFor } from '../parts/live.ts'
import { EnterpriseField } from '../parts/lookups.tsx'
import { useMe } from '../parts/me.tsx'
import { usePage } from '../parts/page.ts'
import { Failure, Skeleton } from '../parts/states.tsx'
import { paths } from '../paths.ts'
import { processes } from '../processes.ts'
import { queries, refreshAfter } from '../queries.ts'
import { t } from '../words.ts'
import { Answers } from './answers.tsx'
import './report.css'
import { navigationWords } from '../parts/navigation-words.ts'
import { reportWords as w } from './words.ts'

/** One key from the opened form to the stored case, however often the network fails between. */
const useStart = (process: () => string, form: Form) => {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const [unsure, setUnsure] = createSignal(false)
  let key = newKey()
  let sentAs = ''
  const send = async (onRefused: () => void) => {
    if (busy() || staleFor() > 0) return
    const data = form.payload()
    const content = JSON.stringify(data)
    if (sentAs !== '' && sentAs !== content) key = newKey()
    sentAs = content
    setBusy(true)
    try {
      const answer = await api.start(process(), data, key)
      form.done()
      refreshAfter(answer.id, answer.revision)
      navigate(paths.sent(answer.id, 'start', !answer.committed), { replace: true })
    } catch (error) {
      const refusal = asRefusal(error)
      setUnsure(refusal.status === 0 || refusal.status === 503)
      form.refuse(refusal)
      onRefused()
    } finally {
      setBusy(false)
    }
  }
  return { busy, unsure, send }
}

const useGuide = (id: () => string) => {
  const guide = useQuery(() => ({
    queryKey: ['guide', id()],
    queryFn: async () => (await processes[id()]?.guide()) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  }))
  return (): Guide | null => (guide.isSuccess ? guide.data : null)
}

const ReportForm = (props: { process: ProcessView; guide: Guide | null }) => {
  const me = useMe()
  const party = () => me().enterprise !== null
  const isEnterprise = (name: string) => name === (props.guide?.enterpriseField ?? 'enterprise')
  const fields = createMemo(() =>
    props.process.start.fields
      .filter((field) => !(party() && isEnterprise(field.name)))
      .map((field) => (isEnterprise(field.name) ? { ...field, required: true } : field)),
  )
  const form = createForm(fields, () => `start:${props.process.id}`)
  const start = useStart(() => props.process.id, form)
  const [checking, setChecking] = createSignal(false)
  const forward = (event: Event) => {
    event.preventDefault()
    if (form.check()) setChecking(true)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter') forward(event)
  }
  return (
    <Switch>
      <Match when={checking()}>
        <Answers
          fields={fields()}
          form={form}
          busy={start.busy()}
          onBack={() => setChecking(false)}
          onSend={() => void start.send(() => setChecking(false))}
        />
      </Match>
      <Match when={!checking()}>
        <form class="report-form" noValidate onSubmit={forward} onKeyDown={press}>
          <h1>{t(props.process.start.words)}</h1>
          <Show when={me().enterprise}>{(enterprise) => <p class="muted">{t(fill(w.reportingFor, { name: enterprise().name }))}</p>}</Show>
          <Show when={props.guide}>
            {(guide) => (
              <section class="notice" aria-labelledby="before-title">
                <h2 id="before-title">{t(w.before)}</h2>
                <Dynamic component={guide().Before} />
              </section>
            )}
          </Show>
          <ErrorSummary mistakes={form.mistakes()} />
          <Show when={start.unsure()}>
            <p class="notice warn">{t(w.sendAgain)}</p>
          </Show>
          <Fields
            fields={fields()}
            form={form}
            custom={(field, describedBy) =>
              isEnterprise(field.name) && !field.choices ? <EnterpriseField field={field} form={form} describedBy={describedBy} /> : null
            }
          />
          <DraftNote form={form} />
          <p class="form-actions">
            <button type="submit" class="button primary">
              {t(w.next)}
            </button>
          </p>
        </form>
      </Match>
    </Switch>
  )
}

const Report = () => {
  const params = useParams()
  const me = useMe()
  const id = () => params.process ?? ''
  const process = useQuery(() => queries.process(id()))
  const guide = useGuide(id)
  usePage(() => t(process.isSuccess ? process.data.start.words : navigationWords.startGroup))
  return (
    <div class="page narrow">
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={process.isError && !process.data}>
          <Failure error={process.error} what={navigationWords.startGroup} onRetry={() => void process.refetch()} />
        </Match>
        <Match when={process.isSuccess && !me().starts.includes(id())}>
          <p class="notice warn">{t(w.notYours)}</p>
        </Match>
        <Match when={process.isSuccess && process.data}>{(one) => <ReportForm process={one()} guide={guide()} />}</Match>
      </Switch>
    </div>
  )
}

export default Report
