// How is a table signed, submitted or returned, with what follows read first?
import { createEffect, createSignal, on, Show } from 'solid-js'
import type { StatisticsView } from '../../contract/statistics/statistics.ts'
import type { Text } from '../../domain/language/words.ts'
import { asRefusal, newKey, type Refusal } from '../client/client.ts'
import { type StatisticsQuery, statisticsApi, statisticsKey } from '../client/statistics.ts'
import { t } from '../client/words.ts'
import { noSending } from '../reading/live.ts'
import { client } from '../reading/queries.ts'
import { Dialog } from '../screen/dialog.tsx'
import { statisticsWords as w } from './words.ts'

export type Act = 'sign' | 'submit' | 'return'

const effects: Record<Act, Text> = {
  sign: w.signEffect,
  submit: w.submitEffect,
  return: w.returnEffect,
}
export const titleOf = (act: Act, { report }: StatisticsView): Text =>
  act === 'sign' && report ? w.signAgain : w[act]

type Props = { view: StatisticsView; query: StatisticsQuery; act: Act | null; onClose: () => void }

const send = (
  act: Act,
  { view, query }: Props,
  note: string,
  key: string,
): Promise<StatisticsView> => {
  if (act === 'return') return statisticsApi.return(view.report!.id, note)
  if (act === 'submit') return statisticsApi.submit(view.report!.id)
  const { process, region, enterprise, period, hash } = view
  return statisticsApi.sign({
    process: process.id,
    period: period.id,
    hash,
    remarks: note,
    key,
    region: query.own ? '' : region.code,
    enterprise: enterprise?.id ?? '',
  })
}

/** The key is made when the dialog opens and kept while the same is sent again. */
const usePen = (props: Props) => {
  const [note, setNote] = createSignal('')
  const [refusal, setRefusal] = createSignal<Refusal | null>(null)
  const [busy, setBusy] = createSignal(false)
  let key = ''
  const begin = (act: Act | null) => {
    if (act === null) return
    key = newKey()
    setRefusal(null)
    setNote(act === 'sign' ? (props.view.report?.remarks ?? '') : '')
  }
  createEffect(on(() => props.act, begin))
  const write = (words: string) => {
    key = newKey()
    setNote(words)
  }
  const confirm = async () => {
    const act = props.act
    if (act === null || busy() || noSending()) return
    if (act === 'return' && note().trim() === '')
      return void setRefusal(asRefusal({ title: w.needed }))
    setBusy(true)
    const answer = await send(act, props, note().trim(), key).catch(
      (error: unknown) => void setRefusal(asRefusal(error)),
    )
    setBusy(false)
    if (!answer) return
    client.setQueryData(statisticsKey(props.query), answer)
    void client.invalidateQueries({ queryKey: ['statistics'] })
    props.onClose()
  }
  return { note, write, refusal, busy, confirm }
}

const Field = (props: {
  act: Act
  value: string
  missing: boolean
  onWrite: (words: string) => void
}) => (
  <div class="field">
    <label class="field-label" for="statistics-said">
      {t(props.act === 'sign' ? w.remarks : w.reason)}
    </label>
    <textarea
      id="statistics-said"
      rows="5"
      maxlength={props.act === 'sign' ? 4000 : 1000}
      value={props.value}
      aria-invalid={props.missing}
      aria-describedby={props.missing ? 'statistics-needed' : undefined}
      onInput={(event) => props.onWrite(event.currentTarget.value)}
    />
    <Show when={props.missing}>
      <p class="field-error" id="statistics-needed">
        {t(w.needed)}
      </p>
    </Show>
  </div>
)

export const Pen = (props: Props) => {
  const pen = usePen(props)
  const act = () => props.act ?? 'sign'
  const missing = () => act() === 'return' && pen.refusal() !== null && pen.note().trim() === ''
  return (
    <Dialog
      open={props.act !== null}
      title={t(titleOf(act(), props.view))}
      onClose={() => props.onClose()}
      class="pen"
    >
      <dl class="summary">
        <div>
          <dt>{t(w.period)}</dt>
          <dd>{`${t(props.view.period.words)} · ${props.view.enterprise?.name ?? t(props.view.region.name)}`}</dd>
        </div>
        <div>
          <dt>{t(w.effect)}</dt>
          <dd>{t(effects[act()])}</dd>
        </div>
        <div>
          <dt>{t(w.article)}</dt>
          <dd>{props.view.law}</dd>
        </div>
      </dl>
      <Show when={act() !== 'submit'}>
        <Field act={act()} value={pen.note()} missing={missing()} onWrite={pen.write} />
      </Show>
      <Show when={!missing() && pen.refusal()}>
        {(refusal) => (
          <p class="notice warn" role="alert">
            {[refusal().title, ...refusal().reasons].map((one) => t(one)).join(' · ')}
          </p>
        )}
      </Show>
      <p class="form-actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={pen.busy() || noSending() !== null}
          onClick={() => void pen.confirm()}
        >
          {t(pen.busy() ? w.busy : w.confirm)}
        </button>
      </p>
    </Dialog>
  )
}
