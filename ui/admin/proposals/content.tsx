// What exactly is proposed?
import { For, type JSX, Match, Switch } from 'solid-js'
import type { Proposed } from '../../../domain/change/change.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { Days } from '../calendars/days.tsx'
import { placeName } from '../changes/names.ts'
import { changeWords as w } from '../changes/words.ts'
import { confidenceWords } from '../entries/words.ts'
import { adminPaths } from '../paths.ts'

const Line = (props: { label: Text; children: JSX.Element }) => (
  <div>
    <dt>{t(props.label)}</dt>
    <dd>{props.children}</dd>
  </div>
)

type Notice = Extract<Proposed, { kind: 'year' | 'override' }>
type Entry = Extract<Proposed, { kind: 'rule' | 'promise' }>
type Amount = Extract<Proposed, { kind: 'amount' }>

const NoticeLines = (props: { one: Notice }) => (
  <>
    <Line label={w.decree}>{props.one.decree}</Line>
    <Line label={w.source}>{props.one.source}</Line>
    <Line label={w.date}>
      <Days off={props.one.off} work={props.one.work} />
    </Line>
  </>
)

const linesOf = (one: Entry): [Text, string][] => [
  [w.rule, one.rule],
  [w.region, t(placeName(one.region))],
  [w.inForceFrom, one.from],
  [
    w.runningPeriods,
    one.running === null ? t(w.notRunning) : t(fill(w.runningToo, { reason: one.running })),
  ],
  ...(one.kind === 'rule'
    ? ([
        [w.norm, t(one.norm)],
        [w.article, t(one.article)],
        [w.confidence, t(confidenceWords[one.confidence])],
      ] as [Text, string][])
    : []),
  [w.source, one.source],
]

const amountLines = (one: Amount): [Text, string][] => [
  [w.amount, one.amount],
  [w.region, t(placeName(one.region))],
  [w.numbers, one.values.map((value) => value ?? '–').join(' / ')],
  [w.inForceFrom, one.from],
  [
    w.openCases,
    one.running === null ? t(w.onlyNewCases) : t(fill(w.runningToo, { reason: one.running })),
  ],
  [w.norm, t(one.norm)],
  [w.article, t(one.article)],
  [w.confidence, t(confidenceWords[one.confidence])],
  [w.source, one.source],
]

export const Content = (props: { proposed: Proposed }) => {
  const notice = () =>
    props.proposed.kind === 'year' || props.proposed.kind === 'override' ? props.proposed : null
  const entry = () =>
    props.proposed.kind === 'rule' || props.proposed.kind === 'promise' ? props.proposed : null
  const amount = () => (props.proposed.kind === 'amount' ? props.proposed : null)
  const taken = () => (props.proposed.kind === 'revoke' ? props.proposed.proposal : null)
  return (
    <Switch>
      <Match when={notice()}>{(one) => <NoticeLines one={one()} />}</Match>
      <Match when={entry()}>
        {(one) => (
          <For each={linesOf(one())}>{([label, value]) => <Line label={label}>{value}</Line>}</For>
        )}
      </Match>
      <Match when={amount()}>
        {(one) => (
          <For each={amountLines(one())}>
            {([label, value]) => <Line label={label}>{value}</Line>}
          </For>
        )}
      </Match>
      <Match when={taken()}>
        {(id) => (
          <Line label={w.what}>
            <a href={adminPaths.change(id())}>{t(w.takeBack)}</a>
          </Line>
        )}
      </Match>
    </Switch>
  )
}
