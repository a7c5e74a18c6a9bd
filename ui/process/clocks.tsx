// Which limits run in a process, how long, by which law from when, and who hears of it when one is missed?
import { For, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { EscalationLevelUnit } from '../../domain/model/clock-definition.ts'
import type { ChartClock, ChartPeriod, ProcessView } from '../../domain/views/chart/chart-views.ts'
import { t } from '../client/words.ts'
import { usePrinting } from '../screen/printing.ts'
import { today } from '../screen/time.ts'
import { processWords as w } from './words.ts'

const list = (texts: Text[]) => texts.map(t).join(t({ zh: '、', en: ', ' }))

const unitWords: Record<EscalationLevelUnit, Text> = {
  WD: w.workingDays,
  ND: w.naturalDays,
  MIN: w.minutes,
}

const isInForce = ({ from, to }: ChartPeriod) => from <= today() && (to === null || today() <= to)

const Period = (props: { period: ChartPeriod }) => {
  const inForce = () => isInForce(props.period)
  return (
    <li classList={{ past: !inForce() }}>
      {t(fill(w.length, { length: t(props.period.length), start: t(props.period.start) }))}
      <span class="way-more">
        {t(props.period.article)} ·{' '}
        {t(
          props.period.to
            ? fill(w.lawSpan, { from: props.period.from, to: props.period.to })
            : fill(w.lawFrom, { from: props.period.from }),
        )}
        {inForce() ? ` · ${t(w.inForce)}` : ''}
        {props.period.provisional ? ` · ${t(w.provisional)}` : ''}
      </span>
    </li>
  )
}

const EscalationPolicy = (props: { clock: ChartClock }) => (
  <ol class="bare-list">
    <For each={props.clock.escalationPolicy}>
      {({ words, after, notify }) => (
        <li>
          {t(
            fill(w.escalationLevel, {
              n: after.n,
              unit: t(unitWords[after.unit]),
              words: t(words),
              notify: list(notify),
            }),
          )}
        </li>
      )}
    </For>
  </ol>
)

/** The version of the rule that counts today, in one line. */
const nowOf = (clock: ChartClock): string => {
  const period = clock.periods.find(isInForce)
  return period ? `${t(period.length)} · ${t(period.article)}` : setByWords(clock)
}

/** Whoever shelves an alarm says until which moment; a document names a day. */
const setByWords = ({ setBy, article }: ChartClock): string =>
  `${t(setBy === 'moment' ? w.byAct : w.byDocument)} · ${article}`

const Clock = (props: { clock: ChartClock; process: ProcessView }) => {
  const names = (types: string[]) =>
    list(
      types.flatMap(
        (type) =>
          [props.process.start, ...props.process.events].find((one) => one.type === type)?.words ??
          [],
      ),
    )
  const rows = (): [Text, string][] => [
    [w.starts, names(props.clock.startsOn)],
    [w.stops, names(props.clock.endsOn)],
    [w.clockOwner, t(props.clock.clockOwner)],
  ]
  return (
    <dl>
      <div>
        <dt>{t(w.law)}</dt>
        <dd>
          <Show when={props.clock.periods.length > 0} fallback={setByWords(props.clock)}>
            <ul>
              <For each={[...props.clock.periods].reverse()}>
                {(period) => <Period period={period} />}
              </For>
            </ul>
          </Show>
        </dd>
      </div>
      <div>
        <For each={rows().filter(([, words]) => words !== '')}>
          {([head, words]) => (
            <>
              <dt>{t(head)}</dt>
              <dd>{words}</dd>
            </>
          )}
        </For>
      </div>
      <Show when={props.clock.escalationPolicy.length > 0}>
        <div>
          <dt>{t(w.escalationPolicy)}</dt>
          <dd>
            <EscalationPolicy clock={props.clock} />
          </dd>
        </div>
      </Show>
    </dl>
  )
}

export const Clocks = (props: { process: ProcessView }) => {
  const printing = usePrinting()
  return (
    <section class="block" aria-labelledby="p-clocks">
      <h2 id="p-clocks">{t(w.clocks)}</h2>
      <For each={props.process.clocks}>
        {(clock) => (
          <details class="outline-region outline-state" open={printing()}>
            <summary>
              <h3>{t(clock.words)}</h3> <span class="muted">{nowOf(clock)}</span>
            </summary>
            <Clock clock={clock} process={props.process} />
          </details>
        )}
      </For>
    </section>
  )
}
