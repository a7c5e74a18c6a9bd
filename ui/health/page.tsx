// Is the system doing what it promised: on time, everything sent, nothing lost?

import { For, Show } from 'solid-js'
import type { HealthView } from '../../contract/operation/operation.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { askHealth } from '../client/health.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { showSeconds } from '../screen/seconds.ts'
import { showMoment, showTime } from '../screen/time.ts'
import './health.css'
import { Answered } from '../reading/answered.tsx'
import { Scroll } from '../screen/scroll.tsx'
import { Reachability } from './reachability.tsx'
import { healthWords as w } from './words.ts'

const Figure = (props: { label: Text; value: string | number; bad?: boolean }) => (
  <div class={`figure ${props.bad ? 'bad' : ''}`}>
    <dt>{t(props.label)}</dt>
    <dd>
      {props.bad ? '▲ ' : ''}
      {props.value}
    </dd>
  </div>
)

/** Grey while all is well; colour only where somebody must look. */
const Figures = (props: { health: HealthView }) => (
  <div class="figures">
    <section aria-labelledby="h-load">
      <h2 id="h-load">{t(w.load)}</h2>
      <dl>
        <Figure label={w.openCases} value={props.health.openCases} />
        <Figure label={w.openTasks} value={props.health.openTasks} />
        <Figure label={w.obligations} value={props.health.runningObligations} />
      </dl>
    </section>
    <section aria-labelledby="h-punctual">
      <h2 id="h-punctual">{t(w.punctual)}</h2>
      <dl>
        <Figure
          label={w.lateEscalationLevels}
          value={props.health.lateEscalationLevels}
          bad={props.health.lateEscalationLevels > 0}
        />
        <Figure
          label={w.worst}
          value={showSeconds(props.health.worstLatenessSeconds)}
          bad={props.health.worstLatenessSeconds > 900}
        />
      </dl>
    </section>
    <section aria-labelledby="h-outbox">
      <h2 id="h-outbox">{t(w.outbox)}</h2>
      <dl>
        <Figure label={w.pending} value={props.health.pendingEffects} />
        <Figure
          label={w.oldest}
          value={showSeconds(props.health.oldestPendingSeconds)}
          bad={props.health.oldestPendingSeconds > 900}
        />
        <Figure
          label={w.quarantined}
          value={props.health.quarantined}
          bad={props.health.quarantined > 0}
        />
      </dl>
    </section>
  </div>
)

const Services = (props: { services: HealthView['services'] }) => (
  <section class="block" aria-labelledby="h-services">
    <h2 id="h-services">{t(w.services)}</h2>
    <ul class="services">
      <For each={props.services}>
        {(service) => (
          <li class={service.ok ? '' : 'bad'}>
            <strong>{service.name}</strong>
            <span>{service.ok ? `✓ ${t(w.ok)}` : `▲ ${t(w.down)}`}</span>
            <span class="muted">{t(service.detail)}</span>
          </li>
        )}
      </For>
    </ul>
  </section>
)

const Auditor = (props: { auditor: HealthView['auditor'] }) => (
  <section class="block" aria-labelledby="h-auditor">
    <h2 id="h-auditor">{t(w.auditor)}</h2>
    <p class="muted">
      {props.auditor.at
        ? t(fill(w.lastRun, { time: showMoment(props.auditor.at) }))
        : t(w.neverRun)}
    </p>
    <Show when={props.auditor.findings.length > 0} fallback={<p>✓ {t(w.noFindings)}</p>}>
      <p class="bad-words">▲ {t(fill(w.findings, { n: props.auditor.findings.length }))}</p>
      <Scroll name={w.auditor}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t(w.finding)}</th>
              <th scope="col">{t(w.when)}</th>
              <th scope="col">{t(w.case)}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.auditor.findings}>
              {(finding) => (
                <tr>
                  <td>{t(finding.words)}</td>
                  <td>{showMoment(finding.at)}</td>
                  <td>
                    <Show when={finding.caseId} fallback="–">
                      {(id) => (
                        <a class="button small" href={paths.case(id())}>
                          {t(w.open)}
                        </a>
                      )}
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroll>
    </Show>
  </section>
)

const Anchors = (props: { anchors: HealthView['anchors'] }) => (
  <section class="block" aria-labelledby="h-anchors">
    <h2 id="h-anchors">{t(w.anchors)}</h2>
    <Show when={props.anchors.length > 0} fallback={<p class="muted">{t(w.noAnchors)}</p>}>
      <Scroll name={w.anchors}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t(w.day)}</th>
              <th scope="col">{t(w.cases)}</th>
              <th scope="col">{t(w.head)}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.anchors}>
              {(anchor) => (
                <tr>
                  <td>{anchor.day}</td>
                  <td>{anchor.cases}</td>
                  <td>
                    <code>{anchor.head.slice(0, 24)}</code>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroll>
    </Show>
  </section>
)

/** Read again every ten seconds while the page stands. */
const figures = () => ({ queryKey: ['health'], queryFn: askHealth, refetchInterval: 10_000 })

const Health = () => {
  const health = useQuery(figures)
  usePage(() => t(w.title))
  return (
    <div class="page">
      <h1>{t(w.title)}</h1>
      <Answered found={health} what={w.title} rows={8}>
        {(one) => (
          <>
            <p class="muted">{t(fill(w.asOf, { time: showTime(one().now) }))}</p>
            <Figures health={one()} />
            <div class="health-columns">
              <Auditor auditor={one().auditor} />
              <Services services={one().services} />
            </div>
            <Reachability />
            <Anchors anchors={one().anchors} />
          </>
        )}
      </Answered>
    </div>
  )
}

export default Health
