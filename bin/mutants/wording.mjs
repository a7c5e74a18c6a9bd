// Which texts are not changed on trial? What is said to a reader in `text('中文', 'English')`: words are read by eye, and no test repeats them.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

const reason = 'the wording of what a reader is told: read by eye, not repeated by a test'

const isWording = ({ parentPath: parent }) =>
  parent?.isCallExpression() && parent.node.callee.name === 'text'

/** Names and their parts; where something is decided within the words, that is changed like everything else. */
const isPlain = ({ type, object }) =>
  type === 'Identifier' || (type === 'MemberExpression' && isPlain(object))

const isWords = (path) =>
  path.isStringLiteral() || (path.isTemplateLiteral() && path.node.expressions.every(isPlain))

const wording = {
  shouldIgnore: (path) => (isWords(path) && isWording(path) ? reason : undefined),
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'wording', wording)]
