// How does a person warn others: filled in, seen as it will be sent and to whom, then sent once?
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { WarningOrder, WarningPreview } from '../../contract/devices/warnings.ts'
import { fill } from '../../domain/language/words.ts'
import { useSending } from '../admin/sending.ts'
import { asRefusal } from '../client/client.ts'
import { warningsApi } from '../client/devices/warnings.ts'
import { dutyApi } from '../client/duty.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { useQuery } from '../reading/query.ts'
import { isUnclear } from '../reading/requests.ts'
import { useMe } from '../screen/me.ts'
import { focusWhenReady, usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { Fields } from './fields.tsx'
import {
  type Begun,
  blankForm,
  type Form,
  followed,
  mistakesOf,
  ofAlarm,
  titleOf,
} from './form-state.ts'
import { warningPaths } from './paths.ts'
import { regionsOf } from './posts.ts'
import { CapText } from './states.tsx'
import { createUnanswered } from './unanswered.ts'
import './warnings.css'
import { warningWords as w } from './words.ts'

type PreviewProps = {
  preview: WarningPreview
  form: Form
  /** What was sent without an answer: this one itself, or another one before it. */
  lost: { itself: boolean; others: boolean }
  sending: ReturnType<typeof useSending>
  onSend: (found: Mistake[]) => void
  onBack: () => void
}

const listOf = ({ incident }: Form) =>
  incident === null ? paths.warnings : warningPaths.about(incident)

/** Read beside the form, which would be gone otherwise. */
const ToList = (props: { form: Form }) => (
  <a href={listOf(props.form)} target="_blank" rel="noopener">
    {t(w.title)}
  </a>
)

const Lost = (
  props: Pick<PreviewProps, 'lost' | 'form'> & { seen: boolean; onSeen: (seen: boolean) => void },
) => (
  <>
    <Show when={props.lost.itself}>
      <p class="notice warn">
        {t(w.unclearSame)} <ToList form={props.form} />
      </p>
    </Show>
    <Show when={props.lost.others}>
      <div class="notice warn">
        <p>
          {t(w.unclearOther)} <ToList form={props.form} />
        </p>
        <p>
          <input
            id="field-unclear"
            type="checkbox"
            checked={props.seen}
            onChange={(event) => props.onSeen(event.currentTarget.checked)}
          />{' '}
          <label for="field-unclear">{t(w.unclearSeen)}</label>
        </p>
      </div>
    </Show>
  </>
)

const SendActs = (
  props: Omit<PreviewProps, 'lost' | 'form' | 'onSend'> & { onSend: () => void },
) => (
  <p class="form-actions">
    <Show when={props.preview.to.length > 0}>
      <button
        type="button"
        class="button primary"
        aria-disabled={props.sending.busy()}
        onClick={() => props.onSend()}
      >
        {t(props.sending.busy() ? w.sending : w.send)}
      </button>
    </Show>
    <button type="button" class="button quiet" onClick={() => props.onBack()}>
      {t(w.change)}
    </button>
  </p>
)

const Preview = (props: PreviewProps) => {
  const [seen, setSeen] = createSignal(false)
  const send = () =>
    props.onSend(props.lost.others && !seen() ? [{ field: 'unclear', words: w.unclearTick }] : [])
  return (
    <section class="block" aria-labelledby="warning-preview">
      <h2 id="warning-preview" tabindex="-1" ref={focusWhenReady}>
        {t(w.previewTitle)}{' '}
        <Show when={props.form.exercise}>
          <span class="tag hatched">{t(w.exercise)}</span>
        </Show>
      </h2>
      <p>
        <LevelMark level={props.form.level} word /> <strong>{props.preview.headline}</strong>
      </p>
      <Show
        when={props.preview.to.length > 0}
        fallback={<p class="notice warn">{t(w.previewNobody)}</p>}
      >
        <p>{t(fill(w.previewTo, { n: props.preview.to.length }))}</p>
        <ul>
          <For each={props.preview.to}>{({ name }) => <li>{name}</li>}</For>
        </ul>
      </Show>
      <CapText cap={props.preview.cap} />
      <p class="muted">{t(w.previewText)}</p>
      <ErrorSummary mistakes={props.sending.mistakes()} />
      <Lost lost={props.lost} form={props.form} seen={seen()} onSeen={setSeen} />
      <SendActs
        preview={props.preview}
        sending={props.sending}
        onSend={send}
        onBack={props.onBack}
      />
    </section>
  )
}

const Giving = (props: { begun: Begun }) => {
  const me = useMe()
  const navigate = useNavigate()
  const [form, setForm] = createSignal(props.begun.form)
  // What was looked at is what is sent, to the second at which it ends.
  const [seen, setSeen] = createSignal<{ order: WarningOrder; preview: WarningPreview } | null>(
    null,
  )
  const [looking, sending] = [useSending(), useSending()]
  const unanswered = createUnanswered()
  const look = (event: Event) => {
    event.preventDefault()
    const order = unanswered.orderOf(form(), Date.now())
    void looking.send(mistakesOf(form()), async () =>
      setSeen({ order, preview: await warningsApi.preview(order) }),
    )
  }
  const send = (order: WarningOrder, found: Mistake[]) =>
    sending.send(found, async (keyOf) => {
      const { identifier } = await warningsApi.give(order, keyOf(order)).catch((error: unknown) => {
        unanswered.note(form(), order, isUnclear(asRefusal(error)))
        throw error
      })
      navigate(warningPaths.one(identifier))
    })
  return (
    <Show
      when={seen()}
      fallback={
        <form class="block" noValidate onSubmit={look} aria-label={titleOf(form())}>
          <ErrorSummary mistakes={looking.mistakes()} />
          <Fields
            form={form()}
            fixed={props.begun.fixed}
            regions={props.begun.fixed.region ? [form().region] : regionsOf(me())}
            set={(change) => setForm({ ...form(), ...change })}
          />
          <p class="form-actions">
            <button type="submit" class="button primary" aria-disabled={looking.busy()}>
              {t(looking.busy() ? w.sending : w.preview)}
            </button>
          </p>
        </form>
      }
    >
      {(one) => (
        <Preview
          preview={one().preview}
          form={form()}
          sending={sending}
          lost={{ itself: unanswered.itself(one().order), others: unanswered.others(one().order) }}
          onSend={(found) => void send(one().order, found)}
          onBack={() => {
            sending.clear()
            setSeen(null)
          }}
        />
      )}
    </Show>
  )
}

const useBegun = () => {
  const me = useMe()
  const [search] = useSearchParams<{ alarm: string; after: string; ended: string }>()
  return useQuery(() => ({
    queryKey: ['warning-begun', search.alarm ?? '', search.after ?? '', search.ended ?? ''],
    queryFn: async (): Promise<Begun> => {
      const after =
        search.after ??
        (search.alarm ? (await warningsApi.list(search.alarm)).items[0]?.identifier : undefined)
      const one = after ? await warningsApi.one(after) : null
      if (one?.content) return followed(one, one.content, search.ended === '1')
      return search.alarm
        ? ofAlarm((await dutyApi.alarm(search.alarm)).alarm)
        : blankForm(regionsOf(me()))
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  }))
}

const Give = () => {
  const begun = useBegun()
  const ready = () => (begun.isSuccess ? begun.data : null)
  const title = () => (ready() ? titleOf(ready()!.form) : t(w.give))
  usePage(title)
  return (
    <div class="page warnings">
      <h1>{title()}</h1>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={begun.isError && !ready()}>
          <Failure error={begun.error} what={w.give} onRetry={() => void begun.refetch()} />
        </Match>
        <Match when={ready()}>{(one) => <Giving begun={one()} />}</Match>
      </Switch>
    </div>
  )
}

export default Give
