// Which words do all forms share?
import type { Text } from '../../domain/case/words.ts'

export const formWords = {
  problem: { zh: '请先更正以下内容', en: 'There is a problem' },
  errorPrefix: { zh: '错误：', en: 'Error: ' },
  optional: { zh: '（选填）', en: '(optional)' },
  choose: { zh: '请选择', en: 'Choose' },
  missing: { zh: '请填写{name}', en: 'Enter: {name}' },
  missingChoice: { zh: '请选择{name}', en: 'Choose: {name}' },
  missingFiles: { zh: '请上传{name}', en: 'Add: {name}' },
  notNumber: { zh: '{name}须为数字', en: '{name} must be a number' },
  uploading: { zh: '文件还在上传，请稍候', en: 'Files are still uploading, please wait' },
  addFiles: { zh: '添加照片或文件', en: 'Add photos or files' },
  fileHint: { zh: '手机上可直接拍照；支持图片与 PDF', en: 'On a phone you can take a photo; images and PDF' },
  fileUploading: { zh: '上传中', en: 'Uploading' },
  fileStored: { zh: '已存服务器', en: 'Stored on the server' },
  fileFailed: { zh: '未上传', en: 'Not uploaded' },
  fileRetry: { zh: '重新上传', en: 'Upload again' },
  fileRemove: { zh: '移除', en: 'Remove' },
  savedLocally: { zh: '草稿已存本机 {time}', en: 'Draft kept on this device {time}' },
  draftRestored: { zh: '已恢复本机草稿', en: 'Draft of this device restored' },
  search: { zh: '输入名称或信用代码查找', en: 'Type a name or credit code' },
  searching: { zh: '查找中', en: 'Searching' },
  noMatch: { zh: '没有符合的结果', en: 'Nothing matches' },
  chosen: { zh: '已选：{name}', en: 'Chosen: {name}' },
  matches: { zh: '{n} 个结果', en: '{n} results' },
  checked: { zh: '是', en: 'Yes' },
} satisfies Record<string, Text>
