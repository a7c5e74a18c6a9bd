// Which words does a field of files use?
import type { Text } from '../../domain/language/words.ts'

export const filesWords = {
  addFiles: { zh: '添加照片或文件', en: 'Add photos or files' },
  fileHint: {
    zh: '手机上可直接拍照；支持图片、PDF、Word、Excel，单个不超过 50 MB',
    en: 'On a phone you can take a photo; images, PDF, Word and Excel up to 50 MB',
  },
  takePhoto: { zh: '拍照', en: 'Take a photo' },
  withPlace: { zh: '拍照时记录位置', en: 'Note the place of photos' },
  placeHint: {
    zh: '仅在您同意后读取，不同意也可上传',
    en: 'Read only with your consent; photos go without it too',
  },
  placeRefused: {
    zh: '没有取得位置，照片照常上传',
    en: 'No place could be read; photos go without it',
  },
  filePreparing: { zh: '处理中', en: 'Preparing' },
  fileKept: { zh: '已存本机 {time}，待上传', en: 'Kept on this device {time}, still to be sent' },
  fileLoose: {
    zh: '本机存不下，请勿关闭页面',
    en: 'This device cannot keep it; do not close the page',
  },
  fileUploading: { zh: '上传中', en: 'Uploading' },
  fileProgress: { zh: '{name} 上传进度', en: 'Progress of {name}' },
  fileStored: { zh: '已存服务器', en: 'Stored on the server' },
  fileCancel: { zh: '取消上传', en: 'Cancel' },
  fileHash: { zh: '校验值', en: 'Hash' },
  fileFailed: { zh: '未上传', en: 'Not uploaded' },
  fileRetry: { zh: '重新上传', en: 'Upload again' },
  fileRemove: { zh: '移除', en: 'Remove' },
} satisfies Record<string, Text>
