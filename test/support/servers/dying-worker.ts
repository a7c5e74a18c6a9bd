// A worker that is killed at a chosen moment: after the commit of what fell due and before its answer, after a mail and before its mark,
// before a document has its bytes, after a telephone was rung, after effects were carried out and before Temporal knows; or dawdles there.
import { runWorker } from '../../../bin/worker.ts'

const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('unreachable')
}

const dawdle = () => new Promise((resolve) => setTimeout(resolve, 2_000))

const moment = process.env.DIES
/** What the worker has learned of each case so far. */
const known = new Map<string, number>()
await runWorker({
  activities: (activities) => ({
    ...activities,
    advance: async (input) => {
      const result = await activities.advance(input)
      const after = result.revision > (known.get(input.caseId) ?? result.revision)
      known.set(input.caseId, result.revision)
      return moment === 'after-commit' && after ? die() : result
    },
    look: async (input) => {
      const result = await activities.look(input)
      if (result) known.set(input.caseId, result.revision)
      return result
    },
    runEffects: async (input) => {
      const result = await activities.runEffects(input)
      return moment === 'after-effects' ? die() : result
    },
    dial: async (input) => {
      const result = await activities.dial(input)
      return moment === 'after-dial' && input.channel === 'voice' ? die() : result
    },
  }),
  documents: (documents) => ({
    render: (content, pictures) =>
      moment === 'before-bytes' ? die() : documents.render(content, pictures),
  }),
  seal: (seal) =>
    seal && {
      sign: async (paper) => {
        const signed = await seal.sign(paper)
        return moment === 'after-signing' ? die() : signed
      },
    },
  mail: (mail) => ({
    send: async (one) => {
      const delivery = await mail.send(one)
      if (moment === 'slow-mail') await dawdle()
      return moment === 'after-mail' && delivery.ok ? die() : delivery
    },
  }),
})
