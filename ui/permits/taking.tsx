// Under which permit, for which work, asked for by whom, and until when?
import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import type { WorkKind } from '../../contract/devices/permits.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { wallTime } from '../../domain/time/instant.ts'
import { asRefusal } from '../client/client.ts'
import { createKeys } from '../reading/requests.ts'
import '../form/fields.css'
import { type NewPermit, permitApi } from '../client/devices/permits.ts'
import { t } from '../client/words.ts'
import { noSending } from '../reading/live.ts'
import { useQuery } from '../reading/query.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showMoment } from '../screen/time.ts'
import './permits.css'
import { permitWords as w } from './words.ts'

/** `points`: those that can be taken out alone; `point`: the one that is meant first. */
export type Target = {
  device: string
  name: string
  points: { key: string; name: string }[]
  point: string | null
}

const hourMs = 3_600_000
/** What a control for a moment wants: minutes of the city’s clock. */
const minutes = (ms: number): string => wallTime(new Date(ms).toISOString()).slice(0, 16)
const momentOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString()

type Written = Omit<NewPermit, 'device' | 'point' | 'work'> & {
  point: string | null
  work: NewPermit['work'] | ''
}
type Name = keyof Written
type FieldProps = {
  label: Text
  wrong: boolean
  hint?: string
  children: (id: string, hint: string | undefined) => JSX.Element
}

const Field = (props: FieldProps) => {
  const [id, hint] = [createUniqueId(), createUniqueId()]
  return (
    <div class={`field ${props.wrong ? 'wrong' : ''}`}>
      <label class="field-label" for={id}>
        {t(props.label)}
      </label>
      <Show when={props.hint}>
        <p class="hint" id={hint}>
          {props.hint}
        </p>
      </Show>
      {props.children(id, props.hint ? hint : undefined)}
    </div>
  )
}

type FormProps = { target: Target; works: WorkKind[]; now: number; onDone: () => void }

const useForm = (props: FormProps) => {
  const [written, setWritten] = createSignal<Written>({
    point: props.target.point,
    number: '',
    work: '',
    requestedBy: '',
    reason: '',
    until: minutes(props.now + 4 * hourMs),
  })
  const [wrong, setWrong] = createSignal<{ words: string; fields: readonly string[] }>({
    words: '',
    fields: [],
  })
  const [busy, setBusy] = createSignal(false)
  const keys = createKeys()
  const lacking = () =>
    (['number', 'work', 'requestedBy', 'until', 'reason'] as const).filter(
      (name) => written()[name].trim() === '',
    )
  const send = async () => {
    const fields = lacking()
    const { work } = written()
    if (fields.length > 0 || work === '')
      return setWrong({
        words: t(
          fill(w.wanted, {
            fields: fields.map((name) => t(w[name])).join(t({ zh: '、', en: ', ' })),
          }),
        ),
        fields,
      })
    setBusy(true)
    const permit = {
      ...written(),
      work,
      device: props.target.device,
      until: momentOf(written().until),
    }
    await permitApi.take(permit, keys.of(permit)).then(props.onDone, (error: unknown) => {
      const refusal = asRefusal(error)
      const words = [t(refusal.title), ...refusal.reasons.map(t)].join(' ')
      setWrong({ words, fields: Object.keys(refusal.details.fields ?? {}) })
    })
    setBusy(false)
  }
  const set = (name: Name, value: string | null) => setWritten({ ...written(), [name]: value })
  return { written, set, send, busy, wrong }
}

type Of = { form: ReturnType<typeof useForm>; name: Name }
const isWrong = ({ form, name }: Of) => form.wrong().fields.includes(name)

const Line = (props: Of & { name: 'number' | 'requestedBy'; hint?: string }) => (
  <Field label={w[props.name]} wrong={isWrong(props)} {...(props.hint ? { hint: props.hint } : {})}>
    {(id, described) => (
      <input
        id={id}
        type="text"
        autocomplete="off"
        maxlength="100"
        aria-invalid={isWrong(props)}
        aria-describedby={described}
        value={props.form.written()[props.name]}
        onInput={(event) => props.form.set(props.name, event.currentTarget.value)}
      />
    )}
  </Field>
)

const Until = (props: Of & { now: number; latest: number }) => (
  <Field
    label={w.until}
    wrong={isWrong(props)}
    hint={t(fill(w.untilHint, { time: showMoment(new Date(props.latest).toISOString()) }))}
  >
    {(id, described) => (
      <input
        id={id}
        class="short"
        type="datetime-local"
        min={minutes(props.now)}
        max={minutes(props.latest)}
        aria-invalid={isWrong(props)}
        aria-describedby={described}
        value={props.form.written().until}
        onInput={(event) => props.form.set('until', event.currentTarget.value)}
      />
    )}
  </Field>
)

const Reason = (props: Of) => (
  <Field label={w.reason} wrong={isWrong(props)}>
    {(id) => (
      <textarea
        id={id}
        rows="2"
        maxlength="500"
        aria-invalid={isWrong(props)}
        value={props.form.written().reason}
        onInput={(event) => props.form.set('reason', event.currentTarget.value)}
      />
    )}
  </Field>
)

const Form = (props: FormProps) => {
  const form = useForm(props)
  const longest = () =>
    props.works.find(({ id }) => id === form.written().work)?.hours ??
    Math.max(...props.works.map(({ hours }) => hours))
  return (
    <form
      class="permit-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!form.busy() && noSending() === null) void form.send()
      }}
    >
      <p class="muted">{t(w.effect)}</p>
      <Field label={w.scope} wrong={isWrong({ form, name: 'point' })}>
        {(id) => (
          <Scope
            id={id}
            target={props.target}
            value={form.written().point}
            onPick={(point) => form.set('point', point)}
          />
        )}
      </Field>
      <Line form={form} name="number" />
      <Field label={w.work} wrong={isWrong({ form, name: 'work' })}>
        {(id) => (
          <Works
            id={id}
            works={props.works}
            wrong={isWrong({ form, name: 'work' })}
            onPick={(name) => form.set('work', name)}
          />
        )}
      </Field>
      <Line form={form} name="requestedBy" hint={t(w.requestedByHint)} />
      <Until form={form} name="until" now={props.now} latest={props.now + longest() * hourMs} />
      <Reason form={form} name="reason" />
      <p class="bad-words" role="alert">
        {form.wrong().words}
      </p>
      <button
        type="submit"
        class="button primary"
        aria-disabled={form.busy() || noSending() !== null}
      >
        {t(form.busy() ? w.sending : w.confirm)}
      </button>
    </form>
  )
}

const Scope = (props: {
  id: string
  target: Target
  value: string | null
  onPick: (point: string | null) => void
}) => (
  <select id={props.id} onChange={(event) => props.onPick(event.currentTarget.value || null)}>
    <For each={props.target.points}>
      {(one) => (
        <option value={one.key} selected={props.value === one.key}>
          {one.name === one.key ? one.key : `${one.name} ${one.key}`}
        </option>
      )}
    </For>
    <option value="" selected={props.value === null}>
      {t(w.wholeDevice)}
    </option>
  </select>
)

const Works = (props: {
  id: string
  works: WorkKind[]
  wrong: boolean
  onPick: (work: string) => void
}) => (
  <select
    id={props.id}
    aria-invalid={props.wrong}
    onChange={(event) => props.onPick(event.currentTarget.value)}
  >
    <option value="">{t(w.choose)}</option>
    <For each={props.works}>
      {({ id, words, hours }) => (
        <option value={id}>{t(fill(w.workOption, { words: t(words), hours }))}</option>
      )}
    </For>
  </select>
)

export const Taking = (props: { target: Target; onDone: () => void }) => {
  const works = useQuery(() => ({
    queryKey: ['permit-works'],
    queryFn: permitApi.works,
    staleTime: 0,
  }))
  return (
    <Show
      when={works.isSuccess && works.data}
      fallback={
        <Show when={works.isError} fallback={<Skeleton rows={5} />}>
          <Failure error={works.error} what={w.work} onRetry={() => void works.refetch()} />
        </Show>
      }
    >
      {(read) => (
        <Form
          target={props.target}
          works={read().items}
          now={Date.parse(read().now)}
          onDone={() => props.onDone()}
        />
      )}
    </Show>
  )
}
