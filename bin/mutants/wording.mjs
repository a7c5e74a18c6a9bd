// Which texts are not changed on trial? What is said to a reader in `text('中文', 'English')`: words are read by eye, and no test repeats them.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

const reason = 'the wording of what a reader is told: read by eye, not repeated by a test'

const isWording = ({ parentPath: parent }) => parent?.isCallExpression() && parent.node.callee.name === 'text'

const wording = {
  shouldIgnore: (path) => (path.isStringLiteral() && isWording(path) ? reason : undefined),
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'wording', wording)]
