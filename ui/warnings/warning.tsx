// What does a warning say, whom has it reached, and how does it go on?
import { useParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import { faultWords } from '../../domain/warning/delivery-words.ts'
import type { DeliveryView, WarningView } from '../../domain/warning/views.ts'
import { warningsApi } from '../client/devices/warnings.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { PrintHead } from '../screen/print-head.tsx'
import { usePrinting } from '../screen/printing.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showMoment, showStamp } from '../screen/time.ts'
import { warningPaths } from './paths.ts'
import { CapText, DeliveryMark, Exercise } from './states.tsx'
import { WarningText } from './warning-text.tsx'
import './warnings.css'
import { typeWords, warningWords as w } from './words.ts'

const anewMs = 5_000

const Acts = (props: { one: WarningView }) => (
  <p class="warning-acts">
    <Show when={props.one.mayFollow}>
      <a class="button primary" href={warningPaths.after(props.one.identifier)}>
        {t(w.update)}
      </a>
      <a class="button" href={warningPaths.after(props.one.identifier, true)}>
        {t(w.cancel)}
      </a>
    </Show>
    <a
      class="button"
      href={warningsApi.file(props.one.identifier, 'cap')}
      rel="external"
      download={`${props.one.identifier}.xml`}
    >
      {t(w.download)}
    </a>
    <a
      class="button"
      href={warningsApi.file(props.one.identifier, 'geojson')}
      rel="external"
      download={`${props.one.identifier}.geojson`}
    >
      {t(w.downloadMap)}
    </a>
    <button type="button" class="button" onClick={() => window.print()}>
      {t(w.print)}
    </button>
  </p>
)

const Deliveries = (props: { all: DeliveryView[] }) => (
  <section class="block" aria-labelledby="warning-deliveries">
    <h2 id="warning-deliveries">{t(w.deliveries)}</h2>
    <Show when={props.all.length > 0} fallback={<p class="muted">{t(w.nobody)}</p>}>
      <PlainTable
        name={w.deliveries}
        heads={[w.receiver, w.state, w.attempts, w.answeredAt, w.error]}
      >
        <For each={props.all}>
          {(one) => (
            <tr>
              <th scope="row">{one.name}</th>
              <td>
                <DeliveryMark state={one.state} />
              </td>
              <td>{one.attempts}</td>
              <td>{one.answeredAt ? showStamp(one.answeredAt) : '–'}</td>
              <td>{one.error ? t(faultWords[one.error]) : '–'}</td>
            </tr>
          )}
        </For>
      </PlainTable>
    </Show>
  </section>
)

const Chain = (props: { one: WarningView }) => (
  <section class="block" aria-labelledby="warning-chain">
    <h2 id="warning-chain">{t(w.chain)}</h2>
    <ol class="bare-list">
      <For each={props.one.chain}>
        {({ identifier, type, sent }) => (
          <li>
            {t(typeWords[type])} {showMoment(sent)}{' '}
            <Show
              when={identifier !== props.one.identifier}
              fallback={
                <>
                  {identifier} <span class="muted">{t(w.here)}</span>
                </>
              }
            >
              <a class="warning-link" href={warningPaths.one(identifier)}>
                {identifier}
              </a>
            </Show>
          </li>
        )}
      </For>
    </ol>
    <Show when={props.one.alarm}>
      {(alarm) => (
        <p>
          {t(w.alarm)}
          {t(w.colon)}
          {alarm().name}{' '}
          <Show when={alarm().caseId}>
            {(id) => (
              <a class="button small" href={paths.case(id())}>
                {t(w.openCase)}
              </a>
            )}
          </Show>
        </p>
      )}
    </Show>
  </section>
)

const Document = (props: { one: WarningView }) => {
  const printing = usePrinting()
  return (
    <section class="block">
      <details open={printing()}>
        <summary>
          <h2>{t(w.document)}</h2>
        </summary>
        <CapText cap={props.one.cap} />
      </details>
      <p class="muted warning-sum-of">{`${t(w.sum)} ${props.one.sha256}`}</p>
    </section>
  )
}

const Warning = () => {
  const params = useParams<{ identifier: string }>()
  const found = useQuery(() => ({
    queryKey: ['warning', params.identifier],
    queryFn: () => warningsApi.one(decodeURIComponent(params.identifier)),
    refetchInterval: anewMs,
    refetchOnMount: 'always' as const,
  }))
  const warning = () => (found.isSuccess ? found.data : null)
  usePage(() => warning()?.headline ?? t(w.title))
  return (
    <div class="page warnings">
      <PrintHead />
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={found.isError && !warning()}>
          <Failure error={found.error} what={w.title} onRetry={() => void found.refetch()} alone />
        </Match>
        <Match when={warning()}>
          {(one) => (
            <>
              <h1>
                <LevelMark level={one().level} word /> <Exercise status={one().status} />
                {one().headline || one().identifier}
              </h1>
              <p class="muted">
                {`${t(typeWords[one().type])} · ${showStamp(one().sent)} · ${one().by ?? t(w.byItself)}`}
                {one().last ? '' : ` · ${t(w.superseded)}`}
              </p>
              <Show when={one().mayFollow && one().alarm?.closed}>
                <p class="notice warn">{t(w.alarmOver)}</p>
              </Show>
              <Acts one={one()} />
              <WarningText one={one()} />
              <Deliveries all={one().deliveries} />
              <Chain one={one()} />
              <Document one={one()} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default Warning
