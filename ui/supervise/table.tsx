// What does the wall say in words and numbers?
import { For, Show } from 'solid-js'
import type { WallEscalationLevel, WallLane } from '../../contract/supervision/supervision.ts'
import { channelWords } from '../../domain/calls/channels.ts'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { dueWords } from '../clock/due-words.ts'
import { listWords } from '../list/list-words.ts'
import { Scroll } from '../screen/scroll.tsx'
import { showDate, showDateShort, showEscalationLevel, showMoment } from '../screen/time.ts'
import { ActButton } from './acting.tsx'
import { nextInWords } from './next-level.ts'
import { superviseWords as w } from './words.ts'

const signs: Record<WallEscalationLevel['status'], string> = {
  notified: '◆',
  acknowledged: '✓',
  missed: '▲',
  planned: '◇',
}

const answerWords = ({ name, how, at }: NonNullable<WallEscalationLevel['answered']>) =>
  fill(w.answer, { name, at: showMoment(at), channel: t(channelWords[how]) })

const EscalationLevel = (props: { escalationLevel: WallEscalationLevel }) => (
  <li class={props.escalationLevel.status}>
    {`${signs[props.escalationLevel.status]} ${t(props.escalationLevel.words)} · ${t(w[props.escalationLevel.status])} ${showMoment(
      props.escalationLevel.acknowledgedAt ??
        props.escalationLevel.firedAt ??
        props.escalationLevel.plannedAt,
    )}`}
    <Show when={props.escalationLevel.acknowledgedBy}>
      {(name) => ` · ${t(fill(w.by, { name: name() }))}`}
    </Show>
    <Show when={props.escalationLevel.answered}>
      {(answer) => ` · ${t(answerWords(answer()))}`}
    </Show>
    <Show
      when={props.escalationLevel.firedAt}
    >{` · ${t(fill(w.reached, { n: props.escalationLevel.recipientCount }))}`}</Show>
  </li>
)

const Pauses = (props: { lane: WallLane }) => (
  <ul class="bare-list">
    <For each={props.lane.clock.pauses}>
      {({ from, to, reason }) => (
        <li>
          {t(
            fill(w.pauseSpan, {
              from: showDateShort(from),
              to: to ? showDateShort(to) : t(w.open),
              reason,
            }),
          )}
        </li>
      )}
    </For>
  </ul>
)

const Row = (props: { lane: WallLane }) => (
  <tr>
    <th scope="row">
      <LevelMark level={props.lane.level} />{' '}
      <a
        href={paths.case(props.lane.caseId, 'clocks')}
      >{`${props.lane.title} ${props.lane.number}`}</a>
    </th>
    <td>{[t(props.lane.region), props.lane.enterprise].filter(Boolean).join(' · ')}</td>
    <td>{t(props.lane.state)}</td>
    <td>{t(props.lane.clock.words)}</td>
    <td>
      {`${props.lane.due.overdue ? '▲ ' : ''}${props.lane.due.toTheMinute ? showMoment(props.lane.due.at) : showDate(props.lane.due.date)} · ${t(props.lane.due.words)}`}
      <Show when={props.lane.due.provisional}>
        {' '}
        <span class="tag dashed">{t(dueWords.provisional)}</span>
      </Show>
    </td>
    <td>
      <Pauses lane={props.lane} />
    </td>
    <td>
      <ul class="bare-list wall-escalation-levels">
        <For each={props.lane.escalationLevels}>
          {(escalationLevel) => <EscalationLevel escalationLevel={escalationLevel} />}
        </For>
      </ul>
    </td>
    <td>{nextInWords(props.lane, (at) => showEscalationLevel(props.lane.clock, at))}</td>
    <td>
      <ActButton lane={props.lane} />
    </td>
  </tr>
)

/** The twin of the picture; what it names can be reached by Tab. */
export const WallTable = (props: { lanes: WallLane[] }) => (
  <Scroll name={w.title} class="scroll-x wall-table">
    <table class="plain-table">
      <thead>
        <tr>
          <For
            each={[
              w.cases,
              listWords.enterprise,
              listWords.step,
              w.clock,
              w.due,
              w.pauses,
              w.escalationLevels,
              w.next,
              w.acts,
            ]}
          >
            {(head) => <th scope="col">{t(head)}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.lanes}>{(lane) => <Row lane={lane} />}</For>
      </tbody>
    </table>
  </Scroll>
)
