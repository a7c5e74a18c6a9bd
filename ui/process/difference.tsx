// What do two versions of a chart have otherwise, in words?
import { createMemo, For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import {
  type AspectChange,
  type Change,
  type Difference,
  type DifferenceReport,
  differenceReport,
  isSame,
  type Whole,
} from '../../domain/views/chart/chart-difference.ts'
import { t } from '../client/words.ts'
import { usePrinting } from '../screen/printing.ts'
import { aspectWords, changeWords, differenceWords as w } from './words.ts'

const parts = ['states', 'arrows', 'acts', 'clocks'] as const

const label = ({ aspect, before, after }: AspectChange): string => {
  const what = t(aspectWords[aspect])
  return t(
    before && after
      ? fill(w.fromTo, { what, before: t(before), after: t(after) })
      : fill(w.another, { what }),
  )
}

const Line = (props: { change: Change }) => (
  <li>
    <span class={`outline-mark ${props.change.what}`}>{t(changeWords[props.change.what])}</span>{' '}
    {t(props.change.words)}
    <For each={props.change.how}>{(how) => <span class="way-more">{label(how)}</span>}</For>
  </li>
)

/** A part of the chart that is new, or gone, with everything in it. */
const WholeLine = (props: { whole: Whole }) => {
  const printing = usePrinting()
  const n = () => ({ states: props.whole.states.length, arrows: props.whole.arrows.length })
  return (
    <li>
      <details open={printing()}>
        <summary>
          <span class={`outline-mark ${props.whole.change.what}`}>
            {t(changeWords[props.whole.change.what])}
          </span>{' '}
          {t(props.whole.change.words)}
          {t(fill(w.whole, n()))}
        </summary>
        <ul class="bare-list">
          <For each={[...props.whole.states, ...props.whole.arrows]}>
            {(change) => <li>{t(change.words)}</li>}
          </For>
        </ul>
      </details>
    </li>
  )
}

const Part = (props: { name: (typeof parts)[number]; report: DifferenceReport }) => {
  const wholes = () => (props.name === 'states' ? props.report.wholes : [])
  return (
    <section aria-labelledby={`p-difference-${props.name}`}>
      <h3 id={`p-difference-${props.name}`}>{t(w[props.name])}</h3>
      <Show
        when={wholes().length + props.report[props.name].length > 0}
        fallback={<p class="muted">{t(w.nothing)}</p>}
      >
        <ul class="bare-list">
          <For each={wholes()}>{(whole) => <WholeLine whole={whole} />}</For>
          <For each={props.report[props.name]}>{(change) => <Line change={change} />}</For>
        </ul>
      </Show>
    </section>
  )
}

const DifferenceSection = (props: { difference: Difference; from: number; to: number }) => {
  const n = (what: Change['what']) =>
    parts.flatMap((part) => props.difference[part]).filter((one) => one.what === what).length
  const report = createMemo(() => differenceReport(props.difference))
  return (
    <section class="block difference" aria-labelledby="p-difference">
      <h2 id="p-difference">{t(fill(w.title, { from: props.from, to: props.to }))}</h2>
      <Show when={!isSame(props.difference)} fallback={<p>{t(w.same)}</p>}>
        <p>
          {t(fill(w.lead, { added: n('added'), removed: n('removed'), changed: n('changed') }))}
        </p>
        <div class="difference-parts">
          <For each={parts}>{(part) => <Part name={part} report={report()} />}</For>
        </div>
      </Show>
    </section>
  )
}

export default DifferenceSection
