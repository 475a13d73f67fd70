import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'

// All a page gets: its calls and their news. What a call may do is decided on the other side.
contextBridge.exposeInMainWorld('wellkept', {
  call: (name: unknown, input: unknown, callId?: unknown, shop?: unknown): Promise<unknown> =>
    ipcRenderer.invoke('call', name, input, callId, shop),
  onNews(listener: (news: unknown) => void) {
    const hear = (_event: IpcRendererEvent, news: unknown) => listener(news)
    ipcRenderer.on('news', hear)
    return () => {
      ipcRenderer.removeListener('news', hear)
    }
  },
})

// Where a dropped file lies is told to the other side alone, and only of what somebody dropped: to the page it comes as news, with a handle.
window.addEventListener(
  'drop',
  ({ isTrusted, dataTransfer }) => {
    const files = isTrusted ? [...(dataTransfer?.files ?? [])] : []
    if (files.length > 0)
      void ipcRenderer.invoke(
        'dropped',
        files.map((file) => webUtils.getPathForFile(file)),
      )
  },
  { capture: true },
)
