// Who has signed a file, by which certificate, when, and is it whole?
import { For, Show } from 'solid-js'
import type {
  CertificateFinding,
  Examination,
  SignatureFinding,
} from '../../domain/documents/signature-report.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { t } from '../client/words.ts'
import { showMoment } from '../screen/time.ts'
import { verdictWords, examinedWords as w } from './examined-words.ts'

const timeOf = ({ stamp, claimedAt }: SignatureFinding): string => {
  if (stamp) {
    const time = showMoment(stamp.at)
    const words = stamp.trusted ? w.stamped : w.stampedUntrusted
    return t(fill(words, { time, authority: stamp.authority }))
  }
  return claimedAt === null ? t(w.noTime) : t(fill(w.claimed, { time: showMoment(claimedAt) }))
}

const certificateRows = (one: CertificateFinding): [Text, string][] => [
  [w.certificate, one.subject],
  [w.issuer, one.issuer],
  [w.serial, one.serial],
  [w.valid, t(fill(w.until, { from: civilDate(one.validFrom), until: civilDate(one.validUntil) }))],
  [w.fingerprint, one.sha256],
]

const rowsOf = (finding: SignatureFinding): [Text, string][] => [
  ...(finding.signer === null ? [] : [[w.signer, finding.signer] as [Text, string]]),
  [w.time, timeOf(finding)],
  ...(finding.certificate ? certificateRows(finding.certificate) : []),
]

const Finding = (props: { finding: SignatureFinding }) => (
  <>
    <p class={`signature-verdict ${props.finding.verdict}`}>
      <strong>{t(verdictWords[props.finding.verdict])}</strong>
    </p>
    <dl class="facts">
      <For each={rowsOf(props.finding)}>
        {([label, value]) => (
          <div class="fact">
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  </>
)

/** What an examination has found, signature by signature. */
export const Examined = (props: { examination: Examination }) => (
  <div class="examined">
    <For each={props.examination.signatures} fallback={<p>{t(w.none)}</p>}>
      {(finding) => <Finding finding={finding} />}
    </For>
    <Show when={props.examination.national}>
      {(national) => (
        <p>{t(national().whole ? fill(w.national, { key: national().key }) : w.nationalWrong)}</p>
      )}
    </Show>
    <p class="muted">
      {t(w.hash)} {props.examination.sha256}
    </p>
  </div>
)
